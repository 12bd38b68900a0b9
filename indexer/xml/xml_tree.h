// XML as a read-only tree with namespaces resolved; only its source file knows tinyxml2.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"

namespace tinyxml2 {
class XMLDocument;
class XMLElement;
}  // namespace tinyxml2

namespace pressmark {

// The vocabularies that feeds mix, distinguished by the URI that a prefix is bound to, or by the
// usual prefix where a feed forgot to declare it.
enum class Namespace {
  none,  // also the URIs of RSS 0.9, 1.0 and 1.1, and what some feeds give to RSS 2.0, which has none
  atom,
  content,
  dc,
  dcterms,
  itunes,
  media,
  rdf,
  xhtml,
  feedburner,  // a service that delivers feeds
  history,     // feeds that are parts of archives (RFC 5005)
  admin,       // the program that made a feed in RDF
  app,         // publishing of Atom: drafts
  blogger,     // exports of Blogger
  wordpress,   // exports of WordPress
  wordpress_excerpt,
  other,
};

// One element of a document; a cheap handle, valid as long as its XmlDocument.
class XmlElement {
 public:
  explicit XmlElement(tinyxml2::XMLElement const& element) : element_(&element) {}

  // The name without prefix, and the vocabulary that the prefix is bound to here.
  [[nodiscard]] std::string_view name() const;
  [[nodiscard]] Namespace name_space() const;
  // Whether it is that element; case does not matter, since feeds get it wrong.
  [[nodiscard]] bool is(Namespace name_space, std::string_view name) const;

  [[nodiscard]] std::vector<XmlElement> children() const;
  [[nodiscard]] std::vector<XmlElement> children(Namespace name_space, std::string_view name) const;

  // The element `depth` steps inwards, always to the first child element; nothing if there is none.
  [[nodiscard]] std::optional<XmlElement> innermost(std::size_t depth) const;

  // The value of an attribute, named with its prefix; empty if it is absent.
  [[nodiscard]] std::string attribute(char const* name) const;

  // The address that relative ones in the element are seen from: its xml:base and those of the
  // elements around it, seen from `document`, the document's own address.
  [[nodiscard]] std::string base(std::string_view document) const;
  // The nearest xml:lang; empty if there is none.
  [[nodiscard]] std::string language() const;

  // All text directly in the element, with CDATA sections taken in and references decoded.
  [[nodiscard]] std::string text() const;

  // HTML in the element: its text, which is the usual way to carry HTML in XML, or its content as
  // markup if it has child elements.
  [[nodiscard]] std::string markup() const;

  // The content as markup, whatever it is.
  [[nodiscard]] std::string inner_markup() const;

 private:
  tinyxml2::XMLElement const* element_;
};

// A parsed document.
class XmlDocument {
 public:
  // Reads UTF-8. A Problem says why `text` is not well-formed, or that it nests deeper than the
  // parser can follow, and its `where` is the line, counted from 1.
  [[nodiscard]] static Result<XmlDocument> parse(std::string_view text);

  ~XmlDocument();
  XmlDocument(XmlDocument&&) noexcept;
  XmlDocument& operator=(XmlDocument&&) noexcept;

  [[nodiscard]] XmlElement root() const;

 private:
  explicit XmlDocument(std::unique_ptr<tinyxml2::XMLDocument> document);

  std::unique_ptr<tinyxml2::XMLDocument> document_;
};

// The library that reads XML, with its version: "tinyxml2 9.0.0".
[[nodiscard]] std::string xml_library();

}  // namespace pressmark
