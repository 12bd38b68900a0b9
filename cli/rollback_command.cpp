// `pressmark rollback`: undoes a run.
#include "cli/commands.h"
#include "operations/rollback_job.h"
#include "present/reports/change_report.h"
#include "present/status.h"

namespace pressmark {

int run_command(RollbackOptions const& options, Context& context) {
  auto const report = rollback_job(options.store, options.job, context.now);
  if (options.format == ReportFormat::json) {
    context.out << change_json(report) << '\n';
  } else {
    context.out << change_text(report);
    context.err << change_notes(report);
  }
  return kExitDone;
}

}  // namespace pressmark
