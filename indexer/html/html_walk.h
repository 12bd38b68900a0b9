// Looking through a tree of HTML: its elements in order, its text, its lists of words in attributes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/html/html_tree.h"

namespace pressmark {

// Calls `visit` with every node beneath `node` in document order, parents before children; `visit` returns
// whether to look beneath the node it was given.
template <typename Visit>
void visit_beneath(HtmlNode node, Visit&& visit) {
  for (std::size_t i = 0; i < node.child_count(); ++i) {
    auto const child = node.child(i);
    if (visit(child)) visit_beneath(child, visit);
  }
}

// True if `found` is true for a node beneath `node`; asks no further then.
template <typename Predicate>
bool any_beneath(HtmlNode node, Predicate&& found) {
  for (std::size_t i = 0; i < node.child_count(); ++i) {
    auto const child = node.child(i);
    if (found(child) || any_beneath(child, found)) return true;
  }
  return false;
}

// The text beneath `node` on one line, white space collapsed; elements that stand apart are parted by a
// space. What is never shown (`script`, `style`, `template`, ...) is left out.
[[nodiscard]] std::string text_beneath(HtmlNode node);

// True for elements that stand in a line of text, such as `b` and `a`.
[[nodiscard]] bool is_inline(std::string_view tag);

// 1 to 6 for `h1` to `h6`, else 0.
[[nodiscard]] std::size_t heading_level(HtmlNode node);

// The text directly in `node`, as it stands: the content of `title` and `script`.
[[nodiscard]] std::string raw_text(HtmlNode node);

// The value of an attribute, empty if it is absent.
[[nodiscard]] inline std::string_view attribute_or_empty(HtmlNode node, char const* name) {
  return node.attribute(name).value_or(std::string_view());
}

// True if the attribute is a list of words, parted by white space, with `word` among them in any case.
[[nodiscard]] bool has_token(HtmlNode node, char const* attribute, std::string_view word);

}  // namespace pressmark
