// Which name somebody meant who mistyped it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace pressmark {

// How many letters have to be added, left out, replaced or swapped with their neighbour to turn
// one name into the other. Counts bytes.
[[nodiscard]] std::size_t edit_distance(std::string_view one, std::string_view other);

// The name nearest to `given`, or nothing if even that differs in more than a third of it. Of
// names equally near the first.
[[nodiscard]] std::optional<std::string> nearest_name(std::string_view given,
                                                      std::span<std::string const> names);

}  // namespace pressmark
