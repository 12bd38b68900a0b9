// Chooses the unit.
#include "present/text/bytes_text.h"

#include <array>
#include <cstddef>
#include <cstdio>

namespace pressmark {

std::string bytes_text(std::uintmax_t bytes) {
  constexpr auto kUnits = std::to_array<char const*>({"B", "kB", "MB", "GB", "TB"});
  if (bytes < 1000) return std::to_string(bytes) + " B";
  auto amount = static_cast<double>(bytes);
  std::size_t unit = 0;
  // 999.95 and more would print as 1000.0.
  for (; amount >= 999.95 && unit + 1 < kUnits.size(); ++unit) amount /= 1000;
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.1f %s", amount, kUnits[unit]);
  return buffer.data();
}

}  // namespace pressmark
