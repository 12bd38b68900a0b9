// What a command that brings posts into the store did.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "common/base/error.h"
#include "common/base/noted_problems.h"
#include "operations/intake/source_report.h"

namespace pressmark {

// `problems` are details that were not understood, and posts indexed in part, too.
struct IndexReport : NotedProblems {
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
  std::optional<Error> failure;  // of the first source that could not be read, or of a gate

  std::vector<SourceReport> sources;

  // Takes over what reading sources did. The first failure that is not tolerated is `failure`.
  void take(std::vector<SourceReport> const& read, NotedProblems const& noted);
  [[nodiscard]] std::size_t read_sources() const;  // how many could be read
};

}  // namespace pressmark
