// Dates written in numbers: RFC 3339, ISO 8601, and days between slashes or dots.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "common/base/time.h"

namespace pressmark {

// Reads "2003", "2003-12", "20031213T183002Z", "2003-12-13T18:30:02.25+01:00", with '/' for '-' or
// a space for 'T'; and a year at the end: "13.12.2003", "26/06/2020", "09/15/2014 4:20 pm PST".
// Where day and month could change places, `weekday` decides if it fits only one of the orders;
// else the date stays unread. `text` has its white space collapsed.
[[nodiscard]] std::optional<Timestamp> parse_numeric_date(std::string_view text,
                                                          std::optional<std::chrono::weekday> weekday);

}  // namespace pressmark
