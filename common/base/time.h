// Points in time as posts carry them: parsing the formats feeds use, and printing.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "common/base/result.h"

namespace pressmark {

// Seconds since 1970-01-01T00:00:00 UTC.
using Timestamp = std::chrono::sys_seconds;

// Reads an RFC 822/2822/1123 date ("Sat, 24 Jan 2026 08:00:00 GMT": weekday and seconds
// optional, numeric and named zones) or an RFC 3339 / ISO 8601 one. A date without a zone is
// taken as UTC. Never guesses: what is not a real date (31 February, month 13) is a Problem.
[[nodiscard]] Result<Timestamp> parse_date(std::string_view text);

// "2026-01-24T08:00:00Z".
[[nodiscard]] std::string format_rfc3339(Timestamp time);

// "2026-01-24".
[[nodiscard]] std::string format_day(Timestamp time);

// A period of days named by a user, both ends inclusive, in UTC.
struct DateRange {
  Timestamp first;  // first second of the first day
  Timestamp last;   // last second of the last day
};

// Reads "2026", "2026-03", "2026-03-14" as the whole year, month or day, and "7d", "6w", "3m",
// "1y" as the time from so long before `now` until `now`.
[[nodiscard]] Result<DateRange> parse_date_range(std::string_view text, Timestamp now);

}  // namespace pressmark
