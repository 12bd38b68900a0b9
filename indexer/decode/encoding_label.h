// Character encodings by the labels that documents and servers give them.
#pragma once

#include <cstddef>
#include <string_view>

namespace pressmark {

struct Encoding {
  std::string_view name;   // as people write it
  char const* iconv_name;  // as the converter knows it
  std::size_t unit_bytes;  // size of a code unit: 1, 2 or 4
};

extern Encoding const kUtf8;
extern Encoding const kUtf16LittleEndian;
extern Encoding const kUtf16BigEndian;
extern Encoding const kUtf32LittleEndian;
extern Encoding const kUtf32BigEndian;
extern Encoding const kWindows1252;

// The encoding that `label` means on the web (WHATWG Encoding Standard): "iso-8859-1" and
// "us-ascii" are windows-1252, "gb2312" is GB18030, as browsers have it. Case and punctuation do
// not count. Null for others, among them UTF-7, which serves attacks alone.
[[nodiscard]] Encoding const* find_encoding(std::string_view label);

}  // namespace pressmark
