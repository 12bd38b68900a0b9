// `pressmark stats`: what the store holds.
#include "cli/commands/commands.h"
#include "cli/syntax/settings.h"
#include "cli/syntax/shared_options.h"
#include "common/base/error.h"
#include "operations/store_stats.h"
#include "present/reports/jobs_report.h"
#include "present/reports/store_report.h"
#include "present/status.h"

namespace pressmark {

namespace {

struct StatsOptions {
  StoreLayout store;
  bool has_runs = false;  // what was done to the store, instead of what it holds
  ReportFormat format = ReportFormat::text;
};

int run(StatsOptions const& options, Context& context) {
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

}  // namespace

int run_stats(Arguments const& arguments, Context& context) {
  StatsOptions options;
  Syntax syntax("stats", "[OPTION]...", "Shows what the store holds, or what was done to it.");
  syntax.flag("--runs", options.has_runs, "show the jobs that changed the store, newest first");
  declare_report_format(syntax, options.format);
  syntax.example("pressmark stats --format json");
  auto const parsed = syntax.parse(arguments);
  if (parsed.help) return print_help(*parsed.help, context);
  options.store = read_settings(syntax.given(), context.environment).layout();
  return run(options, context);
}

}  // namespace pressmark
