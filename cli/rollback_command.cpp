// `pressmark rollback`: undoes a run.
#include "cli/commands.h"
#include "operations/rollback_job.h"
#include "present/reports/rollback_report.h"
#include "present/status.h"

namespace pressmark {

int run_command(RollbackOptions const& options, Context& context) {
  auto const report = rollback_job(options.store, options.job, context.now);
  if (options.format == ReportFormat::json) {
    context.out << rollback_report_json(report) << '\n';
  } else {
    context.out << rollback_report_text(report);
    context.err << rollback_notes_text(report);
  }
  return kExitDone;
}

}  // namespace pressmark
