// How many threads index, and in how much memory.
#pragma once

#include "common/config/configured_job.h"
#include "indexer/write/index_writer.h"

namespace pressmark {

// Sets the threads and the memory of `options`: as many threads as are wanted (8 at most where nothing is
// said) and fit into the memory that is allowed, and what remains for their postings.
void divide_memory(ConfiguredLimits const& limits, UpdateOptions& options);

}  // namespace pressmark
