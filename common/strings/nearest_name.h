// The name that a mistyped one was probably meant to be.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace pressmark {

// The name fewest slips of the hand away from `given` (common/strings/edit_distance.h), or nothing if
// even that differs in more than a third of it. Of names equally near the first.
[[nodiscard]] std::optional<std::string> nearest_name(std::string_view given,
                                                      std::span<std::string const> names);

// "did you mean NAME?" for the nearest name, or nothing.
[[nodiscard]] std::string did_you_mean(std::string_view given, std::span<std::string const> names);

// The same, or "one of: A, B" where no name is near: for names that are few.
[[nodiscard]] std::string hint_among(std::string_view given, std::span<std::string const> names);

}  // namespace pressmark
