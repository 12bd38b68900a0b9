// `pressmark check`: whether the store is sound.
#include "cli/commands.h"
#include "operations/check_store.h"
#include "present/reports/check_report.h"
#include "present/status.h"

namespace pressmark {

int run_command(CheckOptions const& options, Context& context) {
  auto report = check_store(options.store);
  report.configuration = options.configuration;
  if (options.format == ReportFormat::json) {
    context.out << check_report_json(report) << '\n';
  } else {
    context.out << check_report_text(report);
  }
  return report.is_sound() ? kExitDone : kExitCheckFailed;
}

}  // namespace pressmark
