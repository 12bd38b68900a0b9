// Hexadecimal digits.
#pragma once

#include <string>
#include <string_view>

#include "common/strings/ascii.h"

namespace pressmark {

inline constexpr std::string_view kHexDigits = "0123456789abcdef";
inline constexpr std::string_view kUpperHexDigits = "0123456789ABCDEF";

[[nodiscard]] constexpr bool is_lower_hex_digit(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f');
}

// Appends the two digits of `byte`, out of kHexDigits or kUpperHexDigits.
inline void append_hex(std::string& text, unsigned char byte, std::string_view digits = kHexDigits) {
  text += digits[byte >> 4U];
  text += digits[byte & 15U];
}

}  // namespace pressmark
