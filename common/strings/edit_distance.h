// How many slips of the hand lie between two words.
#pragma once

#include <cstddef>
#include <string_view>

namespace pressmark {

// Optimal string alignment distance in code points: insertions, deletions, substitutions and swaps
// of neighbours (Damerau 1964). Gives `limit` + 1 as soon as it must be above `limit`; costs
// about a.size() * limit.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

}  // namespace pressmark
