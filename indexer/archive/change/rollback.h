// Undoing what a job did.
#pragma once

#include <cstdint>
#include <optional>

#include "indexer/archive/database/database.h"
#include "indexer/archive/job/job_log.h"
#include "indexer/archive/model/job.h"

namespace pressmark {

// Archive::rollback(). One transaction.
RolledBack roll_back(Database& database, JobLog& jobs, std::optional<std::int64_t> job, Timestamp now);

[[nodiscard]] std::optional<Hold> read_hold(Database& database);

void end_hold(Database& database);

}  // namespace pressmark
