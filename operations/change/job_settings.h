// From what the configuration says of a job to what fetching and indexing take: people write seconds and
// megabytes.
#pragma once

#include "common/config/configured_job.h"
#include "indexer/fetch/fetch.h"
#include "indexer/write/index_writer.h"

namespace pressmark {

// What the configuration does not set has the default of FetchSettings.
[[nodiscard]] FetchSettings fetch_settings(ConfiguredFetch const& fetch);

// Sets the threads and the memory of `options`: as many threads as are wanted (8 at most where nothing is
// said) and fit into the memory that is allowed, and what remains for their postings.
void divide_memory(ConfiguredLimits const& limits, UpdateOptions& options);

}  // namespace pressmark
