// Asks the archive for what the report of one run does not know: the last success, the state of sources.
#include "cli/commands/job_records.h"

#include <chrono>
#include <optional>
#include <system_error>

#include "common/base/files.h"
#include "operations/store_stats.h"
#include "present/reports/job_metrics.h"
#include "present/reports/job_report.h"

namespace pressmark {

namespace {

std::optional<Timestamp> last_success(StoreLayout const& store) {
  for (auto const& job : store_jobs(store)) {
    if (job.command == "reindex" && job.outcome == JobOutcome::done) return job.finished;
  }
  return std::nullopt;
}

JobMetrics metrics_of(JobReport const& report, StoreLayout const& store, Timestamp began) {
  std::chrono::duration<double> const taken(report.index.seconds);
  JobMetrics metrics;
  metrics.ended = began + std::chrono::round<std::chrono::seconds>(taken);
  std::error_code unknown;
  if (!std::filesystem::exists(store.archive(), unknown)) return metrics;
  metrics.last_success = last_success(store);
  metrics.sources = source_stats(store);
  return metrics;
}

}  // namespace

void write_job_records(JobRecordFiles const& files, JobReport const& report, StoreLayout const& store,
                       Timestamp began) {
  if (!files.report.empty()) write_file_atomically(files.report, job_report_json(report) + '\n');
  if (files.metrics.empty() || report.is_dry_run) return;
  write_file_atomically(files.metrics, job_metrics_text(report, metrics_of(report, store, began)));
}

}  // namespace pressmark
