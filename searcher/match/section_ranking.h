// The second stage of ranking: how well each section of a post answers, and what that makes of
// the post.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "common/index/outline.h"
#include "searcher/match/occurrences.h"
#include "searcher/match/ranking_weights.h"
#include "searcher/results/score_part.h"

namespace pressmark {

struct SectionScore {
  std::size_t section = 0;  // index in the outline
  double score = 0;         // the sum of `parts` times the product of `factors`: 0 to about 4
  double coverage = 0;      // share of the query's weight found in it
  std::array<ScorePart, 3> parts;
  std::array<ScoreFactor, 3> factors;
};

struct PostScore {
  std::vector<SectionScore> sections;  // those with occurrences, best first
  double best_section = 0;
  double title = 0;         // weighted share of the query in the title
  double near_title = 0;    // how much the query is like the title as a whole: 0 to 1
  double coverage = 0;      // weighted share of the query in the whole post
  bool title_only = false;  // no section and no summary has any word
  std::vector<bool> units;  // which units of the plan occur
};

// Scores one post from its occurrences and mentions (sorted by position). Pure; linear in both.
[[nodiscard]] PostScore score_post(QueryPlan const& plan, std::vector<Occurrence> const& occurrences,
                                   std::vector<PartMention> const& mentions, Outline const& outline,
                                   RankingWeights const& weights);

}  // namespace pressmark
