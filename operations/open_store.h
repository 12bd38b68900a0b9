// A store that is opened when there is something to write.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <utility>

#include "common/base/time.h"
#include "common/index/store_layout.h"
#include "indexer/archive/archive.h"
#include "indexer/write/store_lock.h"
#include "operations/job.h"

namespace pressmark {

// Locks and opens the store at the first need, so that a command which comes to nothing leaves no
// store behind. What is done to the archive is a job of `command`. Not thread-safe.
class OpenStore {
 public:
  OpenStore(StoreLayout const& layout, std::string command, Timestamp now)
      : layout_(layout), command_(std::move(command)), now_(now) {}

  Archive& archive() {
    open();
    return *archive_;
  }

  // Of all that is done to the archive.
  Job& job() {
    open();
    return *job_;
  }

  // Notes what ended the job, if it had begun.
  void fail(Error const& error, std::span<NamedSourceState const> states) {
    if (job_) job_->fail(error, states);
  }

 private:
  void open() {
    if (!lock_) lock_.emplace(layout_.root);
    if (!archive_) archive_.emplace(layout_.archive(), ArchiveAccess::read_write);
    if (!job_) job_.emplace(*archive_, command_, now_);
  }

  StoreLayout const& layout_;
  std::string command_;
  Timestamp now_;
  std::optional<StoreLock> lock_;
  std::optional<Archive> archive_;
  std::optional<Job> job_;
};

}  // namespace pressmark
