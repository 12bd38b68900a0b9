// Takes the largest unit in which the figure is at least one.
#include "present/text/bytes_text.h"

#include <array>
#include <cstddef>

#include "common/strings/decimal_text.h"

namespace pressmark {

std::string bytes_text(std::uintmax_t bytes) {
  constexpr auto kUnits = std::to_array<char const*>({"B", "kB", "MB", "GB", "TB"});
  if (bytes < 1000) return std::to_string(bytes) + " B";
  auto amount = static_cast<double>(bytes);
  std::size_t unit = 0;
  // 999.95 and more would print as 1000.0.
  for (; amount >= 999.95 && unit + 1 < kUnits.size(); ++unit) amount /= 1000;
  return decimal_text(amount, 1) + ' ' + kUnits[unit];
}

}  // namespace pressmark
