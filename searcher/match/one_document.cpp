// Implements the evaluation of queries for one document.
#include "searcher/match/one_document.h"

#include "common/index/schema.h"
#include "searcher/match/first_stage.h"

namespace pressmark {

OneDocument::OneDocument(Xapian::Database const& database, std::string const& id,
                         RankingWeights const& weights)
    : database_(database), only_(key_term(Field::id, id)), weights_(weights) {}

std::optional<double> OneDocument::weight(Xapian::Query const& query) const {
  Xapian::Query const narrowed(Xapian::Query::OP_FILTER, query, only_);
  auto const found = first_stage(database_, narrowed, MatchOrder::relevance, 0, 1, weights_);
  if (found.candidates.empty()) return std::nullopt;
  return found.candidates.front().weight;
}

}  // namespace pressmark
