// `pressmark check`: whether the store is sound.
#include "cli/commands.h"
#include "operations/check_sources.h"
#include "operations/check_store.h"
#include "present/reports/check_report.h"
#include "present/status.h"

namespace pressmark {

int run_command(CheckOptions const& options, Context& context) {
  auto const& configuration = options.settings.configuration;
  auto report = check_store(options.settings.layout());
  report.configuration = options.settings.config.value.string();
  auto const findings =
      check_sources(configuration.sources, configuration.job.gates, options.settings.weights);
  report.findings.insert(report.findings.end(), findings.begin(), findings.end());
  if (options.format == ReportFormat::json) {
    context.out << check_report_json(report) << '\n';
  } else {
    context.out << check_report_text(report);
  }
  return report.is_sound() ? kExitDone : kExitCheckFailed;
}

}  // namespace pressmark
