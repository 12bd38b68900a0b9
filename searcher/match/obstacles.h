// What keeps a post out of the answer to a reading.
#pragma once

#include <vector>
#include <xapian.h>

#include "common/index/record.h"
#include "searcher/match/ranking_weights.h"
#include "searcher/match/reading.h"
#include "searcher/results/explanation.h"

namespace pressmark {

// A reading that was answered, and what was needed for it.
struct AnsweredReading {
  Xapian::Database const& database;
  Query const& query;
  QueryPlanner& planner;
  RankingWeights const& weights;
  ReadingAnswer const& answer;
};

// The filters that the post (`document`, with `record`) does not pass, the excluded words it has,
// and the wanted ones it lacks; if it matches, where its place among the others fails it. It must
// not be in the answer; then there is at least one. Throws what Xapian throws.
[[nodiscard]] std::vector<Obstacle> find_obstacles(AnsweredReading const& reading, Xapian::docid document,
                                                   Record const& record);

}  // namespace pressmark
