// XML as a read-only tree with namespaces resolved; the source file behind it alone knows tinyxml2.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tinyxml2 {
class XMLDocument;
class XMLElement;
}  // namespace tinyxml2

namespace pressmark {

// The vocabularies that feeds mix, told apart by the URI that a prefix stands for, or by the
// usual prefix where a feed forgot to declare it.
enum class Namespace {
  none,  // also the URIs that some feeds give to RSS itself, which has none
  atom,
  content,
  dc,
  dcterms,
  itunes,
  media,
  other,
};

// One element of a document; a cheap handle, valid as long as its XmlDocument.
class XmlElement {
 public:
  explicit XmlElement(tinyxml2::XMLElement const& element) : element_(&element) {}

  // The name without prefix, and what the prefix stands for here.
  [[nodiscard]] std::string_view name() const;
  [[nodiscard]] Namespace name_space() const;
  [[nodiscard]] bool is(Namespace name_space, std::string_view name) const;

  [[nodiscard]] std::size_t line() const;  // of its start tag, from 1

  [[nodiscard]] std::vector<XmlElement> children() const;
  [[nodiscard]] std::vector<XmlElement> children(Namespace name_space, std::string_view name) const;

  // The value of an attribute, named with its prefix; empty if it is absent.
  [[nodiscard]] std::string attribute(char const* name) const;

  // All text directly in the element, with CDATA sections taken in and references decoded.
  [[nodiscard]] std::string text() const;

  // HTML in the element: its text, which is the usual way to carry HTML in XML, or its content as
  // markup if it has child elements.
  [[nodiscard]] std::string markup() const;

 private:
  tinyxml2::XMLElement const* element_;
};

// A parsed document.
class XmlDocument {
 public:
  // `text` is UTF-8; `name` is for messages. Throws Error{bad_source} with the line if `text` is
  // not well-formed or nests deeper than the parser can follow.
  XmlDocument(std::string_view text, std::string const& name);
  ~XmlDocument();
  XmlDocument(XmlDocument const&) = delete;
  XmlDocument& operator=(XmlDocument const&) = delete;

  [[nodiscard]] XmlElement root() const;

 private:
  std::unique_ptr<tinyxml2::XMLDocument> document_;
};

}  // namespace pressmark
