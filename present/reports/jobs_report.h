// The history of a store, for people and for programs.
#pragma once

#include <span>
#include <string>

#include "indexer/archive/model/job.h"

namespace pressmark {

// A line for each job, the newest first, and one below with what it failed of. Ends with a newline.
[[nodiscard]] std::string jobs_text(std::span<JobRecord const> jobs);

// One object over several lines, without a newline at its end.
[[nodiscard]] std::string jobs_json(std::span<JobRecord const> jobs);

}  // namespace pressmark
