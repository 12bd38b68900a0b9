// Collecting problems.
#include "operations/index_report.h"

#include <utility>

namespace pressmark {

void IndexReport::note(Problem problem) {
  ++problem_count;
  if (problems.size() < kMaxProblems) problems.push_back(std::move(problem));
}

}  // namespace pressmark
