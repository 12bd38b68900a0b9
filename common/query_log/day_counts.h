// The queries of a day with their counts, and the text of the file that holds them.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "common/query_log/answered_search.h"

namespace pressmark {

using Day = std::chrono::sys_days;

struct QueryCount {
  std::size_t readers = 0;
  std::size_t posts = 0;  // the number of posts that the last search found
  std::string query;      // empty while it is rare
  std::string corrected;  // likewise
};

// By a hash of the query and by what it came to: an order that says nothing of when it was asked.
using DayCounts = std::map<std::pair<std::uint64_t, SearchOutcome>, QueryCount>;

// Two lines of comment, then a line for each count: hash (16 hexadecimal digits), outcome, readers,
// posts, query and corrected query, separated by tabs.
[[nodiscard]] std::string day_counts_text(Day day, DayCounts const& counts);

// Lines that are none of these, cut off or written by hand, are passed over.
[[nodiscard]] DayCounts parse_day_counts(std::string_view text);

}  // namespace pressmark
