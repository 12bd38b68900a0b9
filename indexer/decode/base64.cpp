// Each character gives six bits, most significant first.
#include "indexer/decode/base64.h"

#include <cstdint>

#include "common/strings/ascii.h"

namespace pressmark {
namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

}  // namespace

std::optional<std::string> decode_base64(std::string_view text) {
  std::string bytes;
  std::uint32_t bits = 0;
  unsigned count = 0;  // of bits not yet given out
  bool has_ended = false;
  for (char const c : text) {
    if (is_space(c)) continue;
    auto const value = kAlphabet.find(c);
    has_ended = has_ended || c == '=';
    if (has_ended && c == '=') continue;
    if (has_ended || value == std::string_view::npos) return std::nullopt;
    bits = (bits << 6U) | static_cast<std::uint32_t>(value);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>((bits >> count) & 0xFFU);
  }
  return count < 6 ? std::optional(bytes) : std::nullopt;
}

}  // namespace pressmark
