// Dates with the month in words: RFC 822 and its kin, asctime's order, and what newspapers print.
#pragma once

#include <optional>
#include <string_view>

#include "common/base/time.h"

namespace pressmark {

// Reads "Sat, 24 Jan 2026 08:00:00 GMT", "Sat Jan 24 08:00:00 2026", "24-Jan-26 08:00 -0500",
// "January 24th, 2026 - 8:00pm", "jeu., 02 avril 2020", "Nov. 2020" and what lies between them. The
// weekday is not compared with the date, as it is often wrong. `text` has its white space collapsed.
[[nodiscard]] std::optional<Timestamp> parse_written_date(std::string_view text);

}  // namespace pressmark
