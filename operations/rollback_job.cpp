// Undoing in the archive, then in the index.
#include "operations/rollback_job.h"

#include <algorithm>
#include <cstddef>
#include <limits>

#include "indexer/archive/archive.h"
#include "indexer/write/store_lock.h"
#include "operations/job.h"
#include "operations/store_access.h"

namespace pressmark {

RollbackReport rollback_job(StoreLayout const& layout, std::optional<std::int64_t> job, Timestamp now) {
  require_archive(layout);
  StoreLock const lock(layout.root);
  Archive archive(layout.archive(), ArchiveAccess::read_write);
  Job rollback(archive, "rollback", now);
  RollbackReport report;
  IndexReport index;
  rollback.work([&] {
    report.rolled_back = archive.rollback(job, now);
    publish(layout, archive, index);
  });
  rollback.finish({.generation = index.generation});
  report.posts = index.posts;
  report.published = index.published;
  auto const jobs = archive.jobs(std::numeric_limits<std::size_t>::max());
  auto const undone = std::ranges::find(jobs, report.rolled_back.job, &JobRecord::id);
  if (undone == jobs.end()) return report;
  report.command = undone->command;
  report.started = undone->started;
  return report;
}

std::string hold_text(Hold const& hold) {
  return "job " + std::to_string(hold.job) + " was rolled back on " + format_day(hold.since) +
         ", and nothing is read in since";
}

}  // namespace pressmark
