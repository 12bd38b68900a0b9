// Names, namespaces and text of elements that tinyxml2 has parsed.
#include "indexer/parse/xml_tree.h"

#include <algorithm>
#include <tinyxml2.h>

#include "common/base/ascii.h"
#include "common/base/error.h"
#include "indexer/parse/entities.h"
#include "indexer/parse/parse.h"

namespace pressmark {
namespace {

struct KnownNamespace {
  Namespace name_space;
  std::string_view prefix;
  std::string_view uri;  // in the form that plain_uri() gives
};

constexpr KnownNamespace kNamespaces[] = {
    {Namespace::none, "", ""},
    {Namespace::none, "rss", "backend.userland.com/rss2"},
    {Namespace::none, "", "backend.userland.com/rss"},
    {Namespace::none, "", "blogs.law.harvard.edu/tech/rss"},
    {Namespace::atom, "atom", "www.w3.org/2005/atom"},
    {Namespace::content, "content", "purl.org/rss/1.0/modules/content"},
    {Namespace::dc, "dc", "purl.org/dc/elements/1.1"},
    {Namespace::dc, "", "purl.org/dc/elements/1.0"},
    {Namespace::dcterms, "dcterms", "purl.org/dc/terms"},
    {Namespace::itunes, "itunes", "www.itunes.com/dtds/podcast-1.0.dtd"},
    {Namespace::media, "media", "search.yahoo.com/mrss"},
};

// Without scheme and final slash and in lower case: feeds get these wrong.
std::string plain_uri(std::string_view uri) {
  if (auto const scheme = uri.find("://"); scheme != std::string_view::npos) uri.remove_prefix(scheme + 3);
  while (uri.ends_with('/')) uri.remove_suffix(1);
  return lower(uri);
}

Namespace namespace_of_uri(std::string_view uri) {
  auto const plain = plain_uri(trim(uri));
  for (auto const& known : kNamespaces) {
    if (known.uri == plain) return known.name_space;
  }
  return Namespace::other;
}

Namespace namespace_of_undeclared(std::string_view prefix) {
  for (auto const& known : kNamespaces) {
    if (known.prefix == prefix) return known.name_space;
  }
  return Namespace::other;
}

std::string_view prefix_of(std::string_view name) {
  auto const colon = name.find(':');
  return colon == std::string_view::npos ? std::string_view{} : name.substr(0, colon);
}

std::string_view local_name(std::string_view name) {
  return name.substr(name.find(':') + 1);
}

// What tinyxml2 knows beyond "not well-formed".
std::string_view reason(tinyxml2::XMLError error) {
  switch (error) {
    case tinyxml2::XML_ERROR_MISMATCHED_ELEMENT:
      return "a start tag and an end tag do not match";
    case tinyxml2::XML_ERROR_PARSING_ATTRIBUTE:
      return "an attribute is malformed";
    case tinyxml2::XML_ERROR_PARSING_CDATA:
      return "a CDATA section has no end";
    case tinyxml2::XML_ERROR_PARSING_COMMENT:
      return "a comment has no end";
    case tinyxml2::XML_ELEMENT_DEPTH_EXCEEDED:
      return "elements are nested too deeply";
    default:
      return "the markup is malformed";
  }
}

// Text nodes keep their references in the tree (see XmlDocument), so that they are decoded once
// and CDATA sections not at all.
void append_text(std::string& out, tinyxml2::XMLText const& text) {
  if (text.CData()) {
    out += text.Value();
  } else {
    out += decode_entities(text.Value());
  }
}

void append_markup(std::string& out, tinyxml2::XMLNode const& parent);

// HTML's elements without content; any other needs its end tag even if XML can do without.
constexpr std::string_view kVoidElements[] = {"area", "br",   "col",    "embed", "hr",
                                              "img",  "link", "source", "track", "wbr"};

void append_element(std::string& out, tinyxml2::XMLElement const& element) {
  auto const name = local_name(element.Name());
  out.append("<").append(name);
  for (auto const* attribute = element.FirstAttribute(); attribute != nullptr;
       attribute = attribute->Next()) {
    std::string value = attribute->Value();
    for (auto quote = value.find('"'); quote != std::string::npos; quote = value.find('"', quote)) {
      value.replace(quote, 1, "&quot;");
    }
    out.append(" ").append(attribute->Name()).append("=\"").append(value).append("\"");
  }
  out += '>';
  append_markup(out, element);
  bool const is_void =
      std::find(std::begin(kVoidElements), std::end(kVoidElements), name) != std::end(kVoidElements);
  if (!is_void) out.append("</").append(name).append(">");
}

void append_markup(std::string& out, tinyxml2::XMLNode const& parent) {
  for (auto const* node = parent.FirstChild(); node != nullptr; node = node->NextSibling()) {
    if (auto const* element = node->ToElement()) append_element(out, *element);
    if (auto const* text = node->ToText()) out += text->Value();
  }
}

}  // namespace

std::string_view XmlElement::name() const {
  return local_name(element_->Name());
}

Namespace XmlElement::name_space() const {
  auto const prefix = prefix_of(element_->Name());
  auto const declaration = prefix.empty() ? std::string("xmlns") : "xmlns:" + std::string(prefix);
  for (auto const* scope = element_; scope != nullptr;) {
    if (auto const* uri = scope->Attribute(declaration.c_str())) return namespace_of_uri(uri);
    auto const* parent = scope->Parent();
    scope = parent == nullptr ? nullptr : parent->ToElement();
  }
  return namespace_of_undeclared(prefix);
}

bool XmlElement::is(Namespace wanted, std::string_view wanted_name) const {
  return name() == wanted_name && name_space() == wanted;
}

std::size_t XmlElement::line() const {
  return static_cast<std::size_t>(element_->GetLineNum());
}

std::vector<XmlElement> XmlElement::children() const {
  std::vector<XmlElement> result;
  for (auto const* child = element_->FirstChildElement(); child != nullptr;
       child = child->NextSiblingElement()) {
    result.emplace_back(*child);
  }
  return result;
}

std::vector<XmlElement> XmlElement::children(Namespace wanted, std::string_view wanted_name) const {
  auto result = children();
  std::erase_if(result, [&](XmlElement const& child) { return !child.is(wanted, wanted_name); });
  return result;
}

std::string XmlElement::attribute(char const* attribute_name) const {
  auto const* value = element_->Attribute(attribute_name);
  return value == nullptr ? std::string() : decode_entities(value);
}

std::string XmlElement::text() const {
  std::string result;
  for (auto const* node = element_->FirstChild(); node != nullptr; node = node->NextSibling()) {
    if (auto const* text = node->ToText()) append_text(result, *text);
  }
  return result;
}

std::string XmlElement::markup() const {
  if (element_->FirstChildElement() == nullptr) return text();
  std::string result;
  append_markup(result, *element_);
  return result;
}

// With its own decoding of references switched off tinyxml2 leaves them all to decode_entities():
// it knows but five names, and its text does not tell "&lt;" decoded from "&lt;" to be decoded.
XmlDocument::XmlDocument(std::string_view text, std::string const& name)
    : document_(std::make_unique<tinyxml2::XMLDocument>(/*processEntities=*/false)) {
  auto const error = document_->Parse(text.data(), text.size());
  if (error == tinyxml2::XML_SUCCESS && document_->RootElement() != nullptr) return;
  throw Error(ErrorCode::bad_source,
              name + " is not well-formed XML: " + std::string(reason(error)) + " at line " +
                  std::to_string(document_->ErrorLineNum()),
              "xmllint --noout shows the place; the publisher of the feed has to repair it");
}

XmlDocument::~XmlDocument() = default;

XmlElement XmlDocument::root() const {
  return XmlElement(*document_->RootElement());
}

std::string xml_library() {
  return "tinyxml2 " + std::to_string(TINYXML2_MAJOR_VERSION) + "." + std::to_string(TINYXML2_MINOR_VERSION) +
         "." + std::to_string(TINYXML2_PATCH_VERSION);
}

}  // namespace pressmark
