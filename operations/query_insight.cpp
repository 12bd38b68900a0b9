// Adds up the query log.
#include "operations/query_insight.h"

#include <algorithm>
#include <cstdint>
#include <map>

#include "common/date/date_range.h"
#include "common/query_log/query_folder.h"
#include "searcher/request_error.h"
#include "searcher/searcher.h"

namespace pressmark {

namespace {

// A query by its outcomes.
using Outcomes = std::map<SearchOutcome, AskedQuery>;

// By the hash of the query.
std::map<std::uint64_t, Outcomes> totals_of(std::span<LoggedDay const> days) {
  std::map<std::uint64_t, Outcomes> totals;
  for (auto const& [day, counts] : days) {
    for (auto const& [place, count] : counts) {
      auto const& [hash, outcome] = place;
      auto& total = totals[hash][outcome];
      total.readers += count.readers;
      total.posts = count.posts;
      total.outcome = outcome;
      total.last = day;
      if (!count.query.empty()) total.query = count.query;
      if (!count.corrected.empty()) total.corrected = count.corrected;
    }
  }
  return totals;
}

// All outcomes as one, which has the answer that most readers got.
AskedQuery together(Outcomes const& outcomes) {
  auto const by_readers = [](auto const& a, auto const& b) { return a.second.readers < b.second.readers; };
  auto all = std::ranges::max_element(outcomes, by_readers)->second;
  all.readers = 0;
  for (auto const& [outcome, asked] : outcomes) {
    all.readers += asked.readers;
    all.last = std::max(all.last, asked.last);
    if (all.query.empty()) all.query = asked.query;
  }
  return all;
}

bool is_rare(AskedQuery const& asked, InsightRequest const& request) {
  return asked.query.empty() || asked.readers < request.threshold;
}

// The first `limit` of `list`, without what is answered by now.
void keep_open(std::vector<AskedQuery>& list, std::size_t limit, IsAnswered const& is_answered) {
  std::ranges::sort(list, comes_before);
  std::vector<AskedQuery> open;
  for (auto& asked : list) {
    if (open.size() == limit) break;
    if (!is_answered(asked.query)) open.push_back(std::move(asked));
  }
  list = std::move(open);
}

std::vector<AskedQuery>* list_for(AskedQuery const& asked, QueryInsight& insight) {
  if (asked.outcome == SearchOutcome::found) return nullptr;
  if (asked.outcome == SearchOutcome::nothing) return &insight.without_results;
  return asked.corrected.empty() ? &insight.relaxed : &insight.corrected;
}

DateRange read_period(InsightRequest const& request, Timestamp now) {
  auto const read = [&](std::string const& option, std::string const& text) {
    auto range = parse_date_range(text, now);
    if (!range) throw unreadable_date(option, text);
    return *range;
  };
  DateRange period{Timestamp::min(), Timestamp::max()};
  if (!request.since.empty()) period.first = read("since", request.since).first;
  if (!request.until.empty()) period.last = read("until", request.until).last;
  return period;
}

}  // namespace

bool comes_before(AskedQuery const& a, AskedQuery const& b) {
  return a.readers != b.readers ? a.readers > b.readers : a.query < b.query;
}

QueryInsight add_up_queries(std::span<LoggedDay const> days, InsightRequest const& request,
                            IsAnswered const& is_answered) {
  QueryInsight insight;
  insight.threshold = request.threshold;
  if (!days.empty()) insight.period = {days.front().day, days.back().day};
  for (auto& [hash, outcomes] : totals_of(days)) {
    auto const all = together(outcomes);
    insight.readers += all.readers;
    if (is_rare(all, request)) {
      insight.rare += all.readers;
      continue;
    }
    insight.most_searched.push_back(all);
    for (auto& [outcome, asked] : outcomes) {
      asked.query = all.query;  // the words may stand with another outcome only
      auto* const list = list_for(asked, insight);
      if (list != nullptr && !is_rare(asked, request)) list->push_back(std::move(asked));
    }
  }
  keep_open(insight.most_searched, request.limit, [](std::string const&) { return false; });
  for (auto* const list : {&insight.without_results, &insight.relaxed, &insight.corrected}) {
    keep_open(*list, request.limit, is_answered);
  }
  return insight;
}

QueryInsight query_insight(StoreLayout const& layout, RankingWeights const& weights,
                           InsightRequest const& request, Timestamp now) {
  auto const period = read_period(request, now);
  std::vector<LoggedDay> days;
  for (auto const day : find_query_days(layout.queries())) {
    if (day + std::chrono::days{1} <= period.first || day > period.last) continue;
    days.push_back({day, read_query_day(layout.queries(), day)});
  }
  std::optional<Searcher> searcher;  // opened when there is something to ask
  return add_up_queries(days, request, [&](std::string const& query) {
    if (!searcher) searcher.emplace(layout, weights);
    auto const results = searcher->search({.query = query, .limit = 1}, now);
    return results.total > 0 && results.relaxation == Relaxation::none;
  });
}

}  // namespace pressmark
