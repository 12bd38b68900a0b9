// Surrogates are told by their number alone.
#include "indexer/json/json_escapes.h"

#include <algorithm>
#include <string_view>
#include <system_error>

#include "common/base/number_text.h"

namespace pressmark {
namespace {

constexpr std::size_t kEscapeBytes = 6;  // \uXXXX

// The code unit of the escape that `text` begins with; 0 if that is another escape or none.
unsigned code_unit(std::string_view text) {
  if (text.size() < kEscapeBytes || !text.starts_with("\\u")) return 0;
  return parse_number<unsigned>(text.substr(2, kEscapeBytes - 2), 16).value_or(0);
}

bool is_high(unsigned unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}

bool is_low(unsigned unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

}  // namespace

std::size_t mend_surrogates(std::span<char> json, bool is_last) {
  std::string_view const text(json.data(), json.size());
  for (std::size_t at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at)) {
    auto const rest = text.substr(at);
    if (rest.size() < 2 * kEscapeBytes && !is_last) return at;
    auto const unit = code_unit(rest);
    if (is_high(unit) && is_low(code_unit(rest.substr(kEscapeBytes)))) {
      at += 2 * kEscapeBytes;
    } else if (is_high(unit) || is_low(unit)) {
      std::copy_n("FFFD", 4, json.data() + at + 2);
      at += kEscapeBytes;
    } else {
      at += std::min<std::size_t>(2, rest.size());
    }
  }
  return text.size();
}

}  // namespace pressmark
