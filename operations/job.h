// A command's changes to the archive as one job.
#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string>

#include "common/base/error.h"
#include "indexer/archive/archive.h"

namespace pressmark {

// Begins a job of `command`, which shows as unfinished until finish() or fail(). The Archive must
// outlive it.
class Job {
 public:
  Job(Archive& archive, std::string const& command, Timestamp now);

  // Gives what `work` gives. An Error in it ends the job as failed or stopped, and goes on its way.
  template <typename Work>
  auto work(Work&& work) -> decltype(work()) {
    try {
      return work();
    } catch (Error const& error) {
      fail(error);
      throw;
    }
  }

  // `end` has neither time nor outcome: it is done, unless it has an error.
  void finish(JobEnd end, std::span<NamedSourceState const> states = {});

  // Ends the job as failed or stopped; throws nothing, since `error` tells more than what might.
  void fail(Error const& error, std::span<NamedSourceState const> states = {});

 private:
  [[nodiscard]] Timestamp time() const;

  Archive& archive_;
  Timestamp started_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::int64_t id_;
};

}  // namespace pressmark
