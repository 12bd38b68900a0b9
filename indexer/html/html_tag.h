// One tag in HTML source, read as the HTML standard has it (13.2.5).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pressmark {

struct HtmlTag {
  std::string name;                // lower case
  std::size_t end = 0;             // after the '>', or the size of the text if there is none
  std::size_t attributes_end = 0;  // after the last attribute within kMaxAttributes
  bool complete = false;           // ended by '>'
  bool self_closing = false;       // ended by "/>"
  bool too_many_attributes = false;
};

inline constexpr std::size_t kMaxAttributes = 256;

// The start or end tag whose name begins at `offset`, after '<' or "</". Linear in its size.
[[nodiscard]] HtmlTag read_tag(std::string_view html, std::size_t offset);

}  // namespace pressmark
