// A job that is about to be undone.
#pragma once

#include <cstdint>
#include <optional>
#include <set>

#include "indexer/archive/database.h"
#include "indexer/archive/job_log.h"

namespace pressmark {

struct PastJob {
  std::int64_t id = 0;
  std::set<std::int64_t> runs;    // not empty
  std::int64_t first_change = 0;  // that it may have given out
  bool is_rollback = false;       // of a job that is undone because of it
};

// The job `asked` for, or the newest one that changed anything, is not undone and is no rollback:
// two rollbacks in a row go back two jobs. Throws Error{usage} if it cannot be undone.
[[nodiscard]] PastJob find_undoable_job(Database& database, JobLog const& jobs,
                                        std::optional<std::int64_t> asked);

}  // namespace pressmark
