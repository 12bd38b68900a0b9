// The result of reading one source in one run.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "common/base/error.h"
#include "indexer/archive/model/change_counts.h"

namespace pressmark {

enum class SourceOutcome {
  read,          // its posts are in the archive
  not_modified,  // the server says so
  postponed,     // the server asked to wait, and was not asked
  failed,        // nothing of it was taken
  kept_out,      // by a gate
};

struct SourceReport {
  std::string name;
  SourceOutcome outcome = SourceOutcome::read;
  ChangeCounts counts;
  std::size_t skipped = 0;    // items that could not be read, or that `forget` keeps out
  std::size_t documents = 0;  // fetched
  std::size_t bytes = 0;      // the unpacked size of these documents
  std::optional<Error> failure;
  // The failure may be temporary, and has not lasted long enough to be reported.
  bool is_tolerated = false;
};

}  // namespace pressmark
