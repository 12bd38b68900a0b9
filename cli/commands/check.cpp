// `pressmark check`: whether the store is sound.
#include "cli/commands/commands.h"
#include "cli/syntax/settings.h"
#include "cli/syntax/shared_options.h"
#include "common/base/error.h"
#include "operations/check_sources.h"
#include "operations/check_store.h"
#include "present/reports/check_report.h"
#include "present/status.h"

namespace pressmark {

namespace {

struct CheckOptions {
  Settings settings;
  ReportFormat format = ReportFormat::text;
};

// Where there is no store yet, what the configuration names can be looked at all the same.
CheckReport check(Settings const& settings) {
  try {
    return check_store(settings.layout());
  } catch (Error const& error) {
    if (error.code() != ErrorCode::store_missing || settings.configuration.sources.empty()) throw;
    return {.findings = {{Severity::error, error.what(), error.hint()}}};
  }
}

int run(CheckOptions const& options, Context& context) {
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

}  // namespace

int run_check(Arguments const& arguments, Context& context) {
  CheckOptions options;
  Syntax syntax("check", "[OPTION]...",
                "Reads the whole store, and the configuration with the sources that it names,\n"
                "and tells what is wrong with them. Changes nothing; exits with 1 if something\n"
                "is, with 78 for the configuration.");
  declare_report_format(syntax, options.format);
  syntax.example("pressmark check && cp -r store backup");
  auto const parsed = syntax.parse(arguments);
  if (parsed.help) return print_help(*parsed.help, context);
  options.settings = read_settings(syntax.given(), context.environment);
  return run(options, context);
}

}  // namespace pressmark
