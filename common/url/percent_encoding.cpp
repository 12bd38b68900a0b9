// Escapes of addresses, written and undone.
#include "common/url/percent_encoding.h"

#include "common/strings/hex.h"
#include "common/strings/number_text.h"

namespace pressmark {

std::string percent_encoded(std::string_view text, ByteSet const& unescaped) {
  std::string encoded;
  for (char const c : text) {
    if (unescaped.has(c)) {
      encoded += c;
    } else {
      append_escape(encoded, static_cast<unsigned char>(c));
    }
  }
  return encoded;
}

void append_escape(std::string& text, unsigned char byte) {
  text += '%';
  append_hex(text, byte, kUpperHexDigits);
}

std::optional<unsigned char> escaped_byte(std::string_view text) {
  if (!text.starts_with('%') || text.size() < kPercentEscapeBytes) return std::nullopt;
  return parse_number<unsigned char>(text.substr(1, kPercentEscapeBytes - 1), 16);
}

std::string percent_decoded(std::string_view text) {
  std::string bytes;
  while (!text.empty()) {
    auto const escaped = escaped_byte(text);
    bytes += escaped ? static_cast<char>(*escaped) : text.front();
    text.remove_prefix(escaped ? kPercentEscapeBytes : 1);
  }
  return bytes;
}

}  // namespace pressmark
