// Implements the first stage.
#include "searcher/match/first_stage.h"

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

CandidateList first_stage(Xapian::Database const& database, Xapian::Query const& query, MatchOrder order,
                          std::size_t offset, std::size_t limit, RankingWeights const& weights,
                          Xapian::MatchDecider const* decider) {
  Xapian::Enquire enquire(database);
  OldestFirst oldest_first;
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BM25Weight(weights.bm25_k1, 0, 1, weights.bm25_b, 0.5));
  switch (order) {
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
  auto const matches = enquire.get_mset(static_cast<Xapian::doccount>(offset),
                                        static_cast<Xapian::doccount>(limit), kExactTotal, nullptr, decider);
  CandidateList found;
  found.candidates.reserve(matches.size());
  for (auto it = matches.begin(); it != matches.end(); ++it)
    found.candidates.push_back({*it, it.get_weight()});
  found.total = matches.get_matches_estimated();
  found.exact_total = matches.get_matches_lower_bound() == matches.get_matches_upper_bound();
  return found;
}

Xapian::Query unweighted(Xapian::Query const& query) {
  Xapian::Query const all(std::string{});  // Query::MatchAll is shared, and counts its users without locking
  return {Xapian::Query::OP_FILTER, all, query};
}

void count_matches(Xapian::Database const& database, Xapian::Query const& query, Xapian::MatchSpy& spy,
                   Xapian::MatchDecider const* decider) {
  Xapian::Enquire enquire(database);
  enquire.set_query(unweighted(query));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.add_matchspy(&spy);
  (void)enquire.get_mset(0, 0, database.get_doccount(), nullptr, decider);
}

}  // namespace pressmark
