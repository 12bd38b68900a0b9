// `pressmark stats`: what the store holds.
#include "cli/commands.h"
#include "operations/store_stats.h"
#include "present/reports/jobs_report.h"
#include "present/reports/store_report.h"
#include "present/status.h"

namespace pressmark {

int run_command(StatsOptions const& options, Context& context) {
  if (options.has_runs) {
    auto const jobs = store_jobs(options.store);
    context.out << (options.format == ReportFormat::json ? jobs_json(jobs) + '\n' : jobs_text(jobs));
    return kExitDone;
  }
  auto const stats = store_stats(options.store);
  if (options.format == ReportFormat::json) {
    context.out << store_stats_json(stats) << '\n';
  } else {
    context.out << store_stats_text(stats);
  }
  return kExitDone;
}

}  // namespace pressmark
