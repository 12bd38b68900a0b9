// Elements of XML 1.0 as text.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace pressmark {

struct XmlAttribute {
  std::string_view name;
  std::string_view value;
};

// `text` as content of an element or of a quoted attribute. Characters that XML has no place for, escaped or
// not, become U+FFFD (XML 1.0 §2.2).
[[nodiscard]] std::string escape_xml(std::string_view text);

// <name attribute="value">text</name>, values and text escaped, and a newline.
[[nodiscard]] std::string xml_element(std::string_view name, std::initializer_list<XmlAttribute> attributes,
                                      std::string_view text = {});
[[nodiscard]] std::string xml_element(std::string_view name, std::string_view text);

}  // namespace pressmark
