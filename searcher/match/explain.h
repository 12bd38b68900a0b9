// Explains the place of one post in an answer, or its absence, from the answer itself: the same
// matcher runs, so that an explanation cannot disagree with a search.
#pragma once

#include <cstddef>
#include <string>
#include <vector>
#include <xapian.h>

#include "common/index/record.h"
#include "searcher/match/find_post.h"
#include "searcher/match/first_stage.h"
#include "searcher/match/matcher.h"
#include "searcher/match/ranking_weights.h"
#include "searcher/query/query.h"
#include "searcher/query/query_plan.h"
#include "searcher/results/explanation.h"

namespace pressmark {

struct PostExplanation {
  Explanation explanation;              // but for the query, its warnings and the version
  std::vector<Correction> corrections;  // as in MatchResult
};

// `exact_title` as in match(). Looks at the first `depth` posts of the answer. Costs as much as a
// search for a page of that many. Throws what Xapian throws and Error{store_damaged}.
[[nodiscard]] PostExplanation explain(Xapian::Database const& database, Query const& query,
                                      QueryPlanner& planner, std::string const& exact_title, MatchOrder order,
                                      std::size_t depth, RankingWeights const& weights, NamedPost const& post,
                                      RecordUnpacker& unpacker);

}  // namespace pressmark
