// Undoes the job in the archive first, since the index can always be rebuilt from it.
#include "operations/rollback_job.h"

#include <algorithm>
#include <cstddef>
#include <limits>

#include "operations/change/store_change.h"

namespace pressmark {
namespace {

RollbackReport roll_back(Archive& archive, std::optional<std::int64_t> job, Timestamp now) {
  RollbackReport report;
  report.rolled_back = archive.rollback(job, now);
  auto const jobs = archive.jobs(std::numeric_limits<std::size_t>::max());
  auto const undone = std::ranges::find(jobs, report.rolled_back.job, &JobRecord::id);
  if (undone == jobs.end()) return report;
  report.command = undone->command;
  report.started = undone->started;
  return report;
}

}  // namespace

RollbackReport rollback_job(StoreLayout const& layout, std::optional<std::int64_t> job, Timestamp now) {
  auto [report, index] =
      change_posts(layout, "rollback", now, [&](Archive& archive) { return roll_back(archive, job, now); });
  report.posts = index.posts;
  report.published = index.published;
  return report;
}

std::string hold_text(Hold const& hold) {
  return "job " + std::to_string(hold.job) + " was rolled back on " + format_day(hold.since) +
         ", and nothing is read in since";
}

}  // namespace pressmark
