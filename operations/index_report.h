// What a command that brings posts into the store did.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "common/base/error.h"
#include "common/base/result.h"

namespace pressmark {

struct IndexReport {
  static constexpr std::size_t kMaxProblems = 100;

  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t unchanged = 0;
  std::size_t removed = 0;
  std::size_t skipped = 0;  // items that could not be read, or that `forget` keeps out
  std::size_t posts = 0;    // in the index afterwards
  bool published = false;   // the index changed
  bool rebuilt = false;
  std::string generation;
  double seconds = 0;
  std::size_t problem_count = 0;  // details that were not understood and posts indexed in part count, too
  std::vector<Problem> problems;  // the first kMaxProblems of them
  std::optional<Error> failure;   // of the first source that could not be read; further ones are problems

  // Counts `problem`, and lists it while there is room.
  void note(Problem problem);
};

}  // namespace pressmark
