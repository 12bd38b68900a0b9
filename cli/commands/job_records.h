// What the nightly job leaves for those who look at it later: its report and its metrics.
#pragma once

#include <filesystem>

#include "common/base/time.h"
#include "common/index/store_layout.h"
#include "operations/reindex.h"

namespace pressmark {

// Where they go; empty for what is not wanted.
struct JobRecordFiles {
  std::filesystem::path report;
  std::filesystem::path metrics;
};

// Replaces the files, each whole or not at all. `began` is when the job did. A dry run leaves no
// metrics: it is none of the runs they tell of. Throws as write_file_atomically() and Archive do.
void write_job_records(JobRecordFiles const& files, JobReport const& report, StoreLayout const& store,
                       Timestamp began);

}  // namespace pressmark
