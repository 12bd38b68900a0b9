// Writes figures.
#include "common/strings/decimal_text.h"

#include <array>
#include <charconv>
#include <limits>

namespace pressmark {

std::string decimal_text(double value, int decimals) {
  // The sign, the digits of the largest value, a point, and more decimals than anybody asks for.
  std::array<char, std::numeric_limits<double>::max_exponent10 + 32> buffer{};
  auto const written =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals);
  return {buffer.data(), written.ptr};
}

}  // namespace pressmark
