// The dates of feeds, pages and exports, in whatever format they are.
#pragma once

#include <string_view>

#include "common/base/result.h"
#include "common/base/time.h"

namespace pressmark {

// Reads a date of RFC 822, 850 or 2822, RFC 3339 or ISO 8601, or one of the other forms that feeds
// are found with (written_date.h and numeric_date.h show them). A date without a zone is taken as
// UTC. Never guesses: what is no real date (31 February), could mean two days (01/02/2026) or has
// a zone that could be two is a Problem.
[[nodiscard]] Result<Timestamp> parse_date(std::string_view text);

}  // namespace pressmark
