// Takes the lock, lets the archive change, and brings the index after it.
#include "operations/change/store_change.h"

#include <filesystem>
#include <system_error>

namespace pressmark {

StoreChange::StoreChange(StoreLayout const& layout, std::string command, Timestamp now)
    : layout_(layout), command_(std::move(command)), began_(now) {}

Archive& StoreChange::archive() {
  if (!lock_) lock_.emplace(layout_.root);
  if (!archive_) archive_.emplace(layout_.archive(), ArchiveAccess::read_write);
  if (!job_) job_ = archive_->begin_job(command_, began_);
  return *archive_;
}

void StoreChange::publish(IndexReport& report, UpdateOptions const& options) {
  IndexUpdate const update = update_index(layout_, archive(), options);
  for (std::string const& problem : update.problems) report.note({problem, {}});
  report.posts = update.documents;
  report.published = update.published;
  report.rebuilt = update.rebuilt;
  report.generation = current_generation(layout_).value_or("");
}

void StoreChange::finish(JobEnd end, std::span<NamedSourceState const> states) {
  end.time = time();
  end.outcome = end.error.empty() ? JobOutcome::done : JobOutcome::failed;
  archive().finish_job(*job_, end, states);
}

// Throws nothing, since `error` tells more than what might.
void StoreChange::fail(Error const& error, std::span<NamedSourceState const> states) {
  if (!job_) return;
  if (error.code() == ErrorCode::usage) return;  // nothing was tried
  JobEnd end;
  end.time = time();
  end.outcome = error.code() == ErrorCode::interrupted ? JobOutcome::stopped : JobOutcome::failed;
  end.error = error.what();
  try {
    archive_->finish_job(*job_, end, states);
  } catch (Error const&) {
    return;
  }
}

Timestamp StoreChange::time() const {
  return began_ + std::chrono::floor<std::chrono::seconds>(std::chrono::steady_clock::now() - start_);
}

void require_archive(StoreLayout const& layout) {
  std::error_code unknown;  // opening will tell
  if (std::filesystem::exists(layout.archive(), unknown) || unknown) return;
  throw Error(ErrorCode::store_missing, "there is no archive at " + layout.archive().string(),
              "index a source first, or name another store");
}

}  // namespace pressmark
