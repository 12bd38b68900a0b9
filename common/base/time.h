// Points in time as posts carry them: parsing the formats feeds use, and printing.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "common/base/error.h"
#include "common/base/result.h"

namespace pressmark {

// Seconds since 1970-01-01T00:00:00 UTC.
using Timestamp = std::chrono::sys_seconds;

// Reads a date of RFC 822, 850 or 2822, RFC 3339 or ISO 8601, or one of the other forms that feeds
// are found with (written_date.h and numeric_date.h show them). A date without a zone is taken as
// UTC. Never guesses: what is no real date (31 February), could mean two days (01/02/2026) or has
// a zone that could be two is a Problem.
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

// Error{usage} for an `option` whose `value` is none of these.
[[nodiscard]] Error unreadable_date(std::string const& option, std::string const& value);

}  // namespace pressmark
