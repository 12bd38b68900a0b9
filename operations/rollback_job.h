// `pressmark rollback`: undoes what a job did to the posts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "common/base/time.h"
#include "common/index/store_layout.h"
#include "indexer/archive/model/job.h"

namespace pressmark {

struct RollbackReport {
  RolledBack rolled_back;
  std::string command;     // of the job undone
  Timestamp started;       // when the job undone began
  std::size_t posts = 0;   // in the index afterwards
  bool published = false;  // the index changed
};

// Undoes `job`, or the newest that can be undone (Archive::rollback), brings the index up to date, and
// leaves the archive on hold. Holds the store's lock. Throws Error; Error{usage} where there is no such
// job, Error{store_missing} where there is no archive.
RollbackReport rollback_job(StoreLayout const& layout, std::optional<std::int64_t> job, Timestamp now);

// "job 7 was rolled back on 2026-03-14, and nothing is read in since".
[[nodiscard]] std::string hold_text(Hold const& hold);

// The hint how a hold is ended.
inline constexpr char const* kResumeHint = "when the sources are right again, run pressmark reindex --resume";

}  // namespace pressmark
