// UTF-8 as bytes and code points.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pressmark {

struct CodePoint {
  char32_t value;      // U+FFFD where the bytes are not valid UTF-8
  std::uint8_t bytes;  // how many bytes it takes, at least 1
};

// The code point at `offset`, which must be below text.size(). Overlong forms, surrogates and
// values beyond U+10FFFF count as invalid, one byte at a time.
[[nodiscard]] CodePoint decode_utf8(std::string_view text, std::size_t offset);

void append_utf8(std::string& out, char32_t code_point);

// `text` with every invalid byte replaced by U+FFFD; the same text if it is valid.
[[nodiscard]] std::string valid_utf8(std::string_view text);
[[nodiscard]] bool is_valid_utf8(std::string_view text);

// Number of code points in valid UTF-8.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

// The largest offset <= `offset` that does not lie inside a code point.
[[nodiscard]] std::size_t floor_code_point(std::string_view text, std::size_t offset);

// `text` without leading and trailing white space, and with every inner run of white space as
// one space (ASCII white space and U+00A0).
[[nodiscard]] std::string collapse_whitespace(std::string_view text);

}  // namespace pressmark
