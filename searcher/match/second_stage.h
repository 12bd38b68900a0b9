// The second stage of ranking: the best candidates of the first, scored again from position lists.
#pragma once

#include <optional>
#include <vector>
#include <xapian.h>

#include "common/base/time.h"
#include "common/index/outline.h"
#include "searcher/match/first_stage.h"
#include "searcher/match/occurrences.h"
#include "searcher/match/section_ranking.h"
#include "searcher/query/query_plan.h"

namespace pressmark {

struct MatchedPost {
  Xapian::docid document = 0;
  double score = 0;  // 0 to 1, relative to the best of the answer; 0 where nothing is ranked
  std::vector<ScorePart> score_parts;  // their sum gives `score`
  std::optional<Timestamp> published;
  std::vector<Occurrence> occurrences;  // by position
  Outline outline;
  PostScore parts;
};

// The candidates in the order given, with where the words of `plan` stand in them. When time is over
// some have their number and nothing else. Throws what Xapian throws.
[[nodiscard]] std::vector<MatchedPost> examine(SearchContext const& context, QueryPlan const& plan,
                                               std::vector<Candidate> const& candidates);

// The candidates examined, scored, and sorted by score; equal scores keep the order given. When time
// is over before all are examined they stay in that order, with the first stage's scores. Throws what
// Xapian throws.
[[nodiscard]] std::vector<MatchedPost> second_stage(SearchContext const& context, QueryPlan const& plan,
                                                    std::vector<Candidate> const& candidates);

}  // namespace pressmark
