// `pressmark insight`: what readers searched, and what they did not find.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "common/base/time.h"
#include "common/date/date_range.h"
#include "common/index/store_layout.h"
#include "common/query_log/day_counts.h"
#include "searcher/match/ranking_weights.h"

namespace pressmark {

struct InsightRequest {
  std::string since;  // a date as parse_date_range() reads it; empty for no bound
  std::string until;
  std::size_t limit = 20;     // queries in a list
  std::size_t threshold = 3;  // a smaller number of readers is not told
};

// A query with one outcome, or with all of them together under the most frequent.
struct AskedQuery {
  std::string query;        // as it was spelled last
  std::size_t readers = 0;  // each counted once a day
  std::size_t posts = 0;    // the number of posts that the last search found
  SearchOutcome outcome = SearchOutcome::found;
  std::string corrected;  // what was searched instead, of outcome typo
  Day last{};             // the day it was last asked
};

// The order of lists: by readers, most first, then by query.
[[nodiscard]] bool comes_before(AskedQuery const& a, AskedQuery const& b);

// Lists have the queries that most readers asked first. What came to less than was wanted is listed
// only while it still does.
struct QueryInsight {
  std::optional<std::pair<Day, Day>> period;  // first and last day with searches; nothing if none has
  std::size_t readers = 0;                    // all searches, each query of a reader counted once a day
  std::size_t rare = 0;                       // the part of `readers` whose queries too few of them asked
  std::size_t threshold = 0;                  // readers fewer than this are too few
  std::vector<AskedQuery> most_searched;      // whatever they came to
  std::vector<AskedQuery> without_results;
  std::vector<AskedQuery> relaxed;    // by a relaxation that corrected nothing
  std::vector<AskedQuery> corrected;  // by a typo step that tells what it searched instead
};

// True for a query that is answered in full by now.
using IsAnswered = std::function<bool(std::string const& query)>;

struct LoggedDay {
  Day day;
  DayCounts counts;
};

// Adds up `days`, which are in their order. `is_answered` is asked of what could be listed.
[[nodiscard]] QueryInsight add_up_queries(std::span<LoggedDay const> days, InsightRequest const& request,
                                          IsAnswered const& is_answered);

// Reads the files of the period, and searches what came to nothing or to less than was wanted again.
// Throws Error{usage} for a date that is none, and what reading the files and Searcher throw.
[[nodiscard]] QueryInsight query_insight(StoreLayout const& layout, RankingWeights const& weights,
                                         InsightRequest const& request, Timestamp now);

}  // namespace pressmark
