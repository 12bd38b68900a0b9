// Problems of a batch, counted all and kept as far as anyone reads them.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "common/base/result.h"

namespace pressmark {

// A part of reports. Its memory is bounded, however much is wrong.
struct NotedProblems {
  static constexpr std::size_t kMaxProblems = 100;

  std::size_t problem_count = 0;
  std::vector<Problem> problems;  // the first kMaxProblems of them

  // Counts `problem`, and lists it while there is room.
  void note(Problem problem) {
    ++problem_count;
    if (problems.size() < kMaxProblems) problems.push_back(std::move(problem));
  }

  // The same for one that comes before all that were noted.
  void note_first(Problem problem) {
    ++problem_count;
    problems.insert(problems.begin(), std::move(problem));
    if (problems.size() > kMaxProblems) problems.pop_back();
  }
};

}  // namespace pressmark
