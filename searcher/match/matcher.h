// Finds and ranks the posts of a query: both stages, filters, paging and the steps that widen a
// search.
#pragma once

#include <cstdint>
#include <string>
#include <vector>
#include <xapian.h>

#include "common/base/time_limit.h"
#include "searcher/match/facets.h"
#include "searcher/match/ranking_weights.h"
#include "searcher/match/reading.h"
#include "searcher/match/relaxation.h"
#include "searcher/query/query.h"
#include "searcher/query/query_plan.h"

namespace pressmark {

struct MatchResult {
  ReadingAnswer answer;
  Relaxation relaxation = Relaxation::none;
  std::vector<Relaxation> tried;           // readings that found nothing, in their order
  std::vector<Correction> corrections;     // words searched as others, in the query's order
  std::vector<std::string> missing_words;  // units of the query that the best post lacks, after a relaxation
  // Another query that finds something: with the usual spelling of words hardly any post has, or where
  // nothing was found what is known of it.
  std::string offer;
  Facets facets;
};

// A query nothing matches is read again in wider ways until something does: its last word as a
// beginning, unknown words as what they were meant to be, and not all words wanted; the result says which. So
// is a long question with a slip, where a post then has all of it. `exact_title` is the key term of the title
// that the query would be (Field::title_exact), empty if no post has it. The same query on the same version
// of the index gives the same order, so that pages fit together. When time is over the answer is what was
// found until then: no wider reading is begun. Throws what Xapian throws.
[[nodiscard]] MatchResult match(Xapian::Database const& database, Query const& query, QueryPlanner& planner,
                                std::string const& exact_title, MatchWindow const& window,
                                RankingWeights const& weights, TimeLimit& time);

}  // namespace pressmark
