#include "present/feeds/xml_element.h"

#include "common/strings/escape_html.h"
#include "common/strings/utf8.h"

namespace pressmark {
namespace {

// The production Char of XML 1.0 §2.2; surrogates are no code points here.
bool is_xml_character(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
}

}  // namespace

std::string escape_xml(std::string_view text) {
  constexpr char32_t kReplacement = 0xFFFD;
  std::string allowed;
  allowed.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    auto const [value, bytes] = decode_utf8(text, at);
    append_utf8(allowed, is_xml_character(value) ? value : kReplacement);
    at += bytes;
  }
  return escape_html(allowed);
}

std::string xml_element(std::string_view name, std::initializer_list<XmlAttribute> attributes,
                        std::string_view text) {
  std::string xml = "<";
  xml += name;
  for (auto const& attribute : attributes) {
    xml.append(" ").append(attribute.name).append("=\"").append(escape_xml(attribute.value)) += '"';
  }
  if (text.empty()) return xml + "/>\n";
  return xml.append(">").append(escape_xml(text)).append("</").append(name) + ">\n";
}

std::string xml_element(std::string_view name, std::string_view text) {
  return xml_element(name, {}, text);
}

}  // namespace pressmark
