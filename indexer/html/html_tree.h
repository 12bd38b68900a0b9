// HTML as a tree of elements and text: the one place that knows the parser.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/html/html_bounds.h"

struct GumboInternalNode;
struct GumboInternalOutput;

namespace pressmark {

// A node of an HtmlTree, which must outlive it; cheap to copy. Comments are neither text nor element.
class HtmlNode {
 public:
  [[nodiscard]] bool is_text() const;
  [[nodiscard]] bool is_element() const;

  // Of a text node: its text with character references resolved. Empty for others.
  [[nodiscard]] std::string_view text() const;

  // Of an element: its name, in lower case if it is one of HTML's. Empty for others.
  [[nodiscard]] std::string_view tag() const;

  // The value of an attribute of an element, matched ignoring case; absent for other nodes.
  [[nodiscard]] std::optional<std::string_view> attribute(char const* name) const;

  [[nodiscard]] std::size_t child_count() const;
  [[nodiscard]] HtmlNode child(std::size_t index) const;

  // The same place in the same tree.
  friend bool operator==(HtmlNode const&, HtmlNode const&) = default;

 private:
  friend class HtmlTree;
  explicit HtmlNode(GumboInternalNode const* node) : node_(node) {}

  GumboInternalNode const* node_;
};

class HtmlTree {
 public:
  // `html` must be valid UTF-8 from bound_html(): the parser recurses over depth and its time is quadratic
  // in it. As a fragment, a whole page works too: what its head holds then stands in the body.
  explicit HtmlTree(std::string_view html, HtmlScope scope = HtmlScope::fragment);

  // The `html` element.
  [[nodiscard]] HtmlNode root() const;

  // What a page or fragment shows; the root of a page of frames.
  [[nodiscard]] HtmlNode body() const;

 private:
  struct Destroy {
    void operator()(GumboInternalOutput* output) const;
  };
  std::unique_ptr<std::string const> html_;  // names of unknown elements point into it
  std::unique_ptr<GumboInternalOutput, Destroy> output_;
};

// The library that parses HTML, with its version: "gumbo 0.10.1".
[[nodiscard]] std::string html_library();

}  // namespace pressmark
