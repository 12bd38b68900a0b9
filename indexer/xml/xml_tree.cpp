// Names, namespaces and text of elements that tinyxml2 has parsed.
#include "indexer/xml/xml_tree.h"

#include <algorithm>
#include <tinyxml2.h>

#include "common/strings/ascii.h"
#include "common/strings/utf8.h"
#include "common/url/url.h"
#include "indexer/decode/entities.h"
#include "indexer/xml/xml_scanner.h"

namespace pressmark {
namespace {

constexpr std::string_view kWordpressExport = "wordpress.org/export/";  // and a version

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
    {Namespace::none, "", "purl.org/rss/1.0"},
    {Namespace::none, "", "purl.org/net/rss1.1#"},
    {Namespace::none, "", "my.netscape.com/rdf/simple/0.9"},
    {Namespace::none, "", "channel.netscape.com/rdf/simple/0.9"},
    {Namespace::atom, "atom", "www.w3.org/2005/atom"},
    {Namespace::atom, "", "purl.org/atom/ns#"},
    {Namespace::content, "content", "purl.org/rss/1.0/modules/content"},
    {Namespace::dc, "dc", "purl.org/dc/elements/1.1"},
    {Namespace::dc, "", "purl.org/dc/elements/1.0"},
    {Namespace::dcterms, "dcterms", "purl.org/dc/terms"},
    {Namespace::itunes, "itunes", "www.itunes.com/dtds/podcast-1.0.dtd"},
    {Namespace::media, "media", "search.yahoo.com/mrss"},
    {Namespace::xhtml, "xhtml", "www.w3.org/1999/xhtml"},
    {Namespace::rdf, "rdf", "www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {Namespace::feedburner, "feedburner", "rssnamespace.org/feedburner/ext/1.0"},
    {Namespace::history, "fh", "purl.org/syndication/history/1.0"},
    {Namespace::admin, "admin", "webns.net/mvcb"},
    {Namespace::app, "app", "www.w3.org/2007/app"},
    {Namespace::app, "", "purl.org/atom/app#"},
    {Namespace::blogger, "blogger", "schemas.google.com/blogger/2018"},
    {Namespace::wordpress, "wp", kWordpressExport},
    {Namespace::wordpress_excerpt, "excerpt", "wordpress.org/export/1.2/excerpt"},
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
  if (plain.starts_with(kWordpressExport)) {
    return plain.ends_with("/excerpt") ? Namespace::wordpress_excerpt : Namespace::wordpress;
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

tinyxml2::XMLElement const* parent_of(tinyxml2::XMLElement const& element) {
  auto const* parent = element.Parent();
  return parent == nullptr ? nullptr : parent->ToElement();
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
  for (auto const* scope = element_; scope != nullptr; scope = parent_of(*scope)) {
    auto const* uri = scope->Attribute(declaration.c_str());
    if (uri == nullptr) continue;
    auto const known = namespace_of_uri(uri);
    // Feeds misspell their own namespace, which is the default one of the document.
    bool const is_own = prefix.empty() && parent_of(*scope) == nullptr;
    return known == Namespace::other && is_own ? Namespace::none : known;
  }
  return namespace_of_undeclared(prefix);
}

bool XmlElement::is(Namespace wanted, std::string_view wanted_name) const {
  return equal_ignoring_case(name(), wanted_name) && name_space() == wanted;
}

std::optional<XmlElement> XmlElement::innermost(std::size_t depth) const {
  auto const* element = element_;
  for (std::size_t i = 0; i < depth && element != nullptr; ++i) element = element->FirstChildElement();
  return element == nullptr ? std::nullopt : std::optional(XmlElement(*element));
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

std::string XmlElement::base(std::string_view document) const {
  std::vector<std::string_view> bases;
  for (auto const* scope = element_; scope != nullptr; scope = parent_of(*scope)) {
    if (auto const* base = scope->Attribute("xml:base")) bases.emplace_back(base);
  }
  std::string result(document);
  for (auto base = bases.rbegin(); base != bases.rend(); ++base) {
    result = resolve_url(result, collapse_whitespace(decode_entities(*base)));
  }
  return result;
}

std::string XmlElement::language() const {
  for (auto const* scope = element_; scope != nullptr; scope = parent_of(*scope)) {
    if (auto const* language = scope->Attribute("xml:lang")) return collapse_whitespace(language);
  }
  return {};
}

std::string XmlElement::text() const {
  std::string result;
  for (auto const* node = element_->FirstChild(); node != nullptr; node = node->NextSibling()) {
    if (auto const* text = node->ToText()) append_text(result, *text);
  }
  return result;
}

std::string XmlElement::markup() const {
  return element_->FirstChildElement() == nullptr ? text() : inner_markup();
}

std::string XmlElement::inner_markup() const {
  std::string result;
  append_markup(result, *element_);
  return result;
}

// With its own decoding of references switched off tinyxml2 leaves them all to decode_entities():
// it knows but five names, and its text does not tell "&lt;" decoded from "&lt;" to be decoded.
Result<XmlDocument> XmlDocument::parse(std::string_view text) {
  auto document = std::make_unique<tinyxml2::XMLDocument>(/*processEntities=*/false);
  auto const error = document->Parse(text.data(), text.size());
  if (error == tinyxml2::XML_SUCCESS && document->RootElement() != nullptr) {
    return XmlDocument(std::move(document));
  }
  return unexpected(Problem{std::string(reason(error)), std::to_string(document->ErrorLineNum())});
}

XmlDocument::XmlDocument(std::unique_ptr<tinyxml2::XMLDocument> document) : document_(std::move(document)) {}
XmlDocument::~XmlDocument() = default;
XmlDocument::XmlDocument(XmlDocument&&) noexcept = default;
XmlDocument& XmlDocument::operator=(XmlDocument&&) noexcept = default;

XmlElement XmlDocument::root() const {
  return XmlElement(*document_->RootElement());
}

std::string xml_library() {
  return "tinyxml2 " + std::to_string(TINYXML2_MAJOR_VERSION) + "." + std::to_string(TINYXML2_MINOR_VERSION) +
         "." + std::to_string(TINYXML2_PATCH_VERSION);
}

}  // namespace pressmark
