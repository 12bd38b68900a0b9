// `pressmark index`: sources into the archive, the archive into the index.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/base/limits.h"
#include "common/base/result.h"
#include "common/base/time.h"
#include "common/index/store_layout.h"

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
};

// Reads and parses every source before anything is written; then applies them to the archive, a
// transaction each, and brings the index up to date, also when only an earlier run left it behind.
// Holds the store's lock. `now` is when the sources count as read. Throws Error; a source that
// cannot be read or parsed is named in it and leaves the store as it was.
IndexReport index_sources(StoreLayout const& layout, std::vector<std::string> const& sources,
                          InputLimits const& limits, Timestamp now);

}  // namespace pressmark
