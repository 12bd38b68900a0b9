// `pressmark rollback`: undoes a job.
#include <cstdint>

#include "cli/commands/commands.h"
#include "cli/syntax/settings.h"
#include "cli/syntax/shared_options.h"
#include "common/base/error.h"
#include "common/strings/number_text.h"
#include "operations/rollback_job.h"
#include "present/reports/change_report.h"
#include "present/status.h"

namespace pressmark {

namespace {

struct RollbackOptions {
  StoreLayout store;
  std::optional<std::int64_t> job;
  ReportFormat format = ReportFormat::text;
};

std::int64_t parse_job(std::string const& text) {
  auto const job = parse_number<std::int64_t>(text);
  if (job && *job > 0) return *job;
  throw Error(ErrorCode::usage, "RUN is a number, not \"" + text + '"', "pressmark stats --runs lists them");
}

int run(RollbackOptions const& options, Context& context) {
  auto const report = rollback_job(options.store, options.job, context.now);
  if (options.format == ReportFormat::json) {
    context.out << change_json(report) << '\n';
  } else {
    context.out << change_text(report);
    context.err << change_notes(report);
  }
  return kExitDone;
}

}  // namespace

int run_rollback(Arguments const& arguments, Context& context) {
  RollbackOptions options;
  Syntax syntax("rollback", "[OPTION]... [RUN]",
                "Undoes what a job did to the posts, and brings the index up to date. Nothing is\n"
                "read in then until pressmark reindex --resume.");
  syntax.operands("RUN", "its number in pressmark stats --runs, else the newest one");
  declare_report_format(syntax, options.format);
  syntax.example("pressmark rollback");
  auto const parsed = syntax.parse(arguments);
  if (parsed.help) return print_help(*parsed.help, context);
  if (parsed.operands.size() > 1) throw Error(ErrorCode::usage, "rollback undoes one RUN at a time");
  if (!parsed.operands.empty()) options.job = parse_job(parsed.operands.front());
  options.store = read_settings(syntax.given(), context.environment).layout();
  return run(options, context);
}

}  // namespace pressmark
