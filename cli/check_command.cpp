// `pressmark check`: whether the store is sound.
#include "cli/commands.h"
#include "common/base/error.h"
#include "operations/check_sources.h"
#include "operations/check_store.h"
#include "present/reports/check_report.h"
#include "present/status.h"

namespace pressmark {

namespace {

// Where there is no store yet, what the configuration names can be looked at all the same.
CheckReport check(Settings const& settings) {
  try {
    return check_store(settings.layout());
  } catch (Error const& error) {
    if (error.code() != ErrorCode::store_missing || settings.configuration.sources.empty()) throw;
    return {.findings = {{Severity::error, error.what(), error.hint()}}};
  }
}

}  // namespace

int run_command(CheckOptions const& options, Context& context) {
  auto const& configuration = options.settings.configuration;
  auto report = check(options.settings);
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
