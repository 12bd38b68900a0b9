// What another configuration changes in how judged queries are answered.
#pragma once

#include <vector>

#include "searcher/evaluate/evaluate.h"

namespace pressmark {

// A query whose first right post moved, whose right section came first or no longer does, or that,
// having no answer, is given one where it had none or the other way round.
struct MovedQuery {
  QueryOutcome before;
  QueryOutcome after;
  double gain = 0;  // -2 to 2: the change of 1/rank, and 1 for the section; above 0 is better
};

struct QualityComparison {
  QualityReport before;
  QualityReport after;
  std::vector<MovedQuery> moved;  // the greatest gain first, the greatest loss last
};

// Compares two reports on the same judged queries, in the same order.
[[nodiscard]] QualityComparison compare(QualityReport before, QualityReport after);

}  // namespace pressmark
