// The end of a job.
#include "operations/job.h"

namespace pressmark {

Job::Job(Archive& archive, std::string const& command, Timestamp now)
    : archive_(archive), started_(now), id_(archive.begin_job(command, now)) {}

void Job::finish(std::string const& generation, std::span<NamedSourceState const> states,
                 std::string const& failure) {
  JobEnd end;
  end.time = time();
  end.outcome = failure.empty() ? JobOutcome::done : JobOutcome::failed;
  end.error = failure;
  end.generation = generation;
  archive_.finish_job(id_, end, states);
}

void Job::fail(Error const& error) {
  if (error.code() == ErrorCode::usage) return;  // nothing was tried
  JobEnd end;
  end.time = time();
  end.outcome = error.code() == ErrorCode::interrupted ? JobOutcome::stopped : JobOutcome::failed;
  end.error = error.what();
  try {
    archive_.finish_job(id_, end);
  } catch (Error const&) {
    return;
  }
}

Timestamp Job::time() const {
  return started_ + std::chrono::floor<std::chrono::seconds>(std::chrono::steady_clock::now() - start_);
}

}  // namespace pressmark
