// Finds the nearest of a few names by edit distance.
#include "cli/nearest_name.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace pressmark {

std::size_t edit_distance(std::string_view one, std::string_view other) {
  // Optimal string alignment, row by row; `before` is the row two up, for swaps.
  std::vector<std::size_t> before;
  std::vector<std::size_t> above(other.size() + 1);
  std::iota(above.begin(), above.end(), std::size_t{0});
  for (std::size_t i = 1; i <= one.size(); ++i) {
    std::vector<std::size_t> row(other.size() + 1, i);
    for (std::size_t j = 1; j <= other.size(); ++j) {
      auto const replaced = above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    before = std::exchange(above, std::move(row));
  }
  return above.back();
}

std::optional<std::string> nearest_name(std::string_view given, std::span<std::string const> names) {
  auto const distance = [&](std::string const& name) { return edit_distance(given, name); };
  auto const nearest = std::ranges::min_element(names, {}, distance);
  if (nearest == names.end()) return std::nullopt;
  auto const tolerated = std::max<std::size_t>(1, given.size() / 3);
  return distance(*nearest) <= tolerated ? std::optional(*nearest) : std::nullopt;
}

}  // namespace pressmark
