// Months and weekdays by their names, in the languages that feeds and pages write them in.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace pressmark {

// The month that `word` names in English, German, French, Spanish, Italian, Portuguese, Dutch, Greek or
// Polish, in full or shortened to three characters or more ("Sept.", "avr.").
// Nothing where it could mean two months, as "jui" for June and July in French.
[[nodiscard]] std::optional<std::chrono::month> month_named(std::string_view word);

// The weekday that `word` names, in the same way, German also with two letters. Nothing where two
// languages give one word to two days.
[[nodiscard]] std::optional<std::chrono::weekday> weekday_named(std::string_view word);

}  // namespace pressmark
