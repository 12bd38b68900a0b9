// The end of a job.
#include "operations/job.h"

namespace pressmark {

Job::Job(Archive& archive, std::string const& command, Timestamp now)
    : archive_(archive), started_(now), id_(archive.begin_job(command, now)) {}

void Job::finish(JobEnd end, std::span<NamedSourceState const> states) {
  end.time = time();
  end.outcome = end.error.empty() ? JobOutcome::done : JobOutcome::failed;
  archive_.finish_job(id_, end, states);
}

void Job::fail(Error const& error, std::span<NamedSourceState const> states) {
  if (error.code() == ErrorCode::usage) return;  // nothing was tried
  JobEnd end;
  end.time = time();
  end.outcome = error.code() == ErrorCode::interrupted ? JobOutcome::stopped : JobOutcome::failed;
  end.error = error.what();
  try {
    archive_.finish_job(id_, end, states);
  } catch (Error const&) {
    return;
  }
}

Timestamp Job::time() const {
  return started_ + std::chrono::floor<std::chrono::seconds>(std::chrono::steady_clock::now() - start_);
}

}  // namespace pressmark
