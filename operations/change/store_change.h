// A change to a store: the lock, the archive, the job that is noted there, and the index that follows.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "common/base/error.h"
#include "common/base/time.h"
#include "common/index/store_layout.h"
#include "indexer/archive/archive.h"
#include "indexer/write/index_writer.h"
#include "indexer/write/store_lock.h"
#include "operations/change/index_report.h"

namespace pressmark {

// What one command does to a store. Not thread-safe.
class StoreChange {
 public:
  // `layout` must outlive it. What is done to the archive is a job of `command`.
  StoreChange(StoreLayout const& layout, std::string command, Timestamp now);

  // Locks and opens the store and begins the job at the first call, so that a command which comes to
  // nothing leaves no store behind. The job shows as unfinished until its end.
  Archive& archive();

  // Gives what `work` gives. An Error in it ends the job, if it has begun, as failed or stopped, with
  // what is in `states` by then, and goes on its way.
  template <typename Work>
  auto run(Work&& work, std::vector<NamedSourceState> const& states = {}) -> decltype(work()) {
    try {
      return work();
    } catch (Error const& error) {
      fail(error, states);
      throw;
    }
  }

  // Brings the index up to date and says so in `report`. Asked for even when no post changed: an
  // earlier run may have died before it came here. Throws what update_index() throws.
  void publish(IndexReport& report, UpdateOptions const& options = {});

  // Ends the job. `end` has neither time nor outcome: it is done, unless it has an error.
  void finish(JobEnd end, std::span<NamedSourceState const> states = {});

 private:
  void fail(Error const& error, std::span<NamedSourceState const> states);
  [[nodiscard]] Timestamp time() const;

  StoreLayout const& layout_;
  std::string command_;
  Timestamp began_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::optional<StoreLock> lock_;
  std::optional<Archive> archive_;
  std::optional<std::int64_t> job_;
};

// Throws Error{store_missing} where there is no archive, before a lock or a directory is made.
void require_archive(StoreLayout const& layout);

// A command that is one change to an archive there is: does `work(archive)` as a job and brings the index up
// to date. Gives what `work` gives, and what became of the index. Throws as StoreChange and `work` do, and
// as require_archive() does.
template <typename Work>
auto change_posts(StoreLayout const& layout, std::string command, Timestamp now, Work const& work) {
  require_archive(layout);
  StoreChange change(layout, std::move(command), now);
  IndexReport index;
  auto done = change.run([&] {
    auto result = work(change.archive());
    change.publish(index);
    return result;
  });
  change.finish({.generation = index.generation});
  return std::pair(std::move(done), std::move(index));
}

}  // namespace pressmark
