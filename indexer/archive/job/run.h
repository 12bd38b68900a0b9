// A run: one transaction on the archive that hands out change numbers. One that changes anything
// leaves a row in `runs`, the others write nothing.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>

#include "indexer/archive/database/database.h"
#include "indexer/archive/job/job_log.h"
#include "indexer/archive/model/change_counts.h"

namespace pressmark {

// Nothing of it happens unless finish() is reached.
class Run {
 public:
  Run(Database& database, JobLog& jobs, std::string source, Timestamp time);

  // Of its row in `runs`, which the first call makes: asked for when there is something to write.
  [[nodiscard]] std::int64_t id();
  // The job it belongs to.
  [[nodiscard]] std::int64_t job();
  [[nodiscard]] Timestamp time() const noexcept { return time_; }
  // A number never given out before, and not below `at_least`.
  [[nodiscard]] std::int64_t next_change(std::int64_t at_least = 0) noexcept {
    last_change_ = std::max(last_change_ + 1, at_least);
    return last_change_;
  }

  // Drops versions past their lifetime, writes the counts and commits.
  void finish(ChangeCounts const& counts);

 private:
  Database& database_;
  JobLog& jobs_;
  Transaction transaction_;
  std::string source_;
  Timestamp time_;
  std::int64_t id_ = 0;
  std::int64_t job_ = 0;
  std::int64_t first_change_;
  std::int64_t last_change_;
};

// The highest change number given out.
[[nodiscard]] std::int64_t last_change(Database& database);

}  // namespace pressmark
