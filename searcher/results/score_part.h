// What a score is made of: the pieces that ranking adds up, and that an explanation shows.
#pragma once

#include <span>
#include <string_view>

namespace pressmark {

// One addend. Names are literals.
struct ScorePart {
  std::string_view name;
  double value = 0;   // mostly 0 to 1
  double weight = 0;  // from the table of weights
  [[nodiscard]] double contribution() const { return value * weight; }
};

// One factor of a score.
struct ScoreFactor {
  std::string_view name;
  double value = 1;
};

// The sum of the contributions.
[[nodiscard]] inline double add_up(std::span<ScorePart const> parts) {
  double sum = 0;
  for (auto const& part : parts) sum += part.contribution();
  return sum;
}

}  // namespace pressmark
