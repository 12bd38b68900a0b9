// Periods of days as people name them.
#pragma once

#include <string_view>

#include "common/base/result.h"
#include "common/base/time.h"

namespace pressmark {

// A period of days named by a user, both ends inclusive, in UTC.
struct DateRange {
  Timestamp first;  // first second of the first day
  Timestamp last;   // last second of the last day
};

// Reads "2026", "2026-03", "2026-03-14" as the whole year, month or day, and "7d", "6w", "3m",
// "1y" as the time that ends now and is this long.
[[nodiscard]] Result<DateRange> parse_date_range(std::string_view text, Timestamp now);

}  // namespace pressmark
