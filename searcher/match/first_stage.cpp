// BM25, dates for equal weights, and counting without weights.
#include "searcher/match/first_stage.h"

#include <algorithm>

#include "common/index/schema.h"

namespace pressmark {
namespace {

// Ascending by date; the empty value of a post without one would come first.
class OldestFirst : public Xapian::KeyMaker {
 public:
  std::string operator()(Xapian::Document const& document) const override {
    auto const published = document.get_value(slot::kPublished);
    return (published.empty() ? '1' : '0') + published;
  }
};

}  // namespace

CandidateList first_stage(Xapian::Database const& database, Xapian::Query const& query,
                          MatchWindow const& window, RankingWeights const& weights,
                          Xapian::MatchDecider const* decider) {
  Xapian::Enquire enquire(database);
  OldestFirst oldest_first;
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BM25Weight(weights.bm25_k1, 0, 1, weights.bm25_b, 0.5));
  switch (window.order) {
    case MatchOrder::relevance:
      enquire.set_sort_by_relevance_then_value(slot::kPublished, true);
      break;
    case MatchOrder::newest:
      enquire.set_sort_by_value(slot::kPublished, true);
      break;
    case MatchOrder::oldest:
      enquire.set_sort_by_key(&oldest_first, false);
      break;
  }
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  auto const matches =
      enquire.get_mset(static_cast<Xapian::doccount>(window.offset),
                       static_cast<Xapian::doccount>(window.limit), kExactTotal, nullptr, decider);
  CandidateList found;
  found.candidates.reserve(matches.size());
  for (auto it = matches.begin(); it != matches.end(); ++it)
    found.candidates.push_back({*it, it.get_weight()});
  auto const least = matches.get_matches_lower_bound();
  auto const most = matches.get_matches_upper_bound();
  found.total = std::clamp(matches.get_matches_estimated(), least, most);
  found.exact_total = least == most;
  return found;
}

void count_matches(Xapian::Database const& database, Xapian::Query const& query, Xapian::MatchSpy& spy,
                   Xapian::MatchDecider const* decider) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.add_matchspy(&spy);
  (void)enquire.get_mset(0, 0, database.get_doccount(), nullptr, decider);
}

std::size_t count_up_to(std::size_t most, Xapian::Database const& database, Xapian::Query const& query,
                        Xapian::MatchDecider const* decider) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  // Without weights, and in the order of the index, a match ends with the last post that it is asked for.
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  return enquire.get_mset(0, static_cast<Xapian::doccount>(most), 0, nullptr, decider).size();
}

}  // namespace pressmark
