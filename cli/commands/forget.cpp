// `pressmark forget`: removes posts and keeps them out.
#include "cli/commands/commands.h"
#include "cli/syntax/settings.h"
#include "cli/syntax/shared_options.h"
#include "common/base/error.h"
#include "operations/forget_posts.h"
#include "present/reports/change_report.h"
#include "present/status.h"

namespace pressmark {

namespace {

struct ForgetOptions {
  StoreLayout store;
  std::vector<std::string> names;  // URLs or ids
  ReportFormat format = ReportFormat::text;
};

int run(ForgetOptions const& options, Context& context) {
  auto const report = forget_posts(options.store, options.names, context.now);
  if (options.format == ReportFormat::json) {
    context.out << change_json(report) << '\n';
  } else {
    context.out << change_text(report);
    context.err << change_notes(report);
  }
  return report.removed == 0 ? kExitNothingFound : kExitDone;
}

}  // namespace

int run_forget(Arguments const& arguments, Context& context) {
  ForgetOptions options;
  Syntax syntax("forget", "[OPTION]... URL...",
                "Removes posts with all their versions, and keeps them out when their source is\n"
                "indexed again. There is no way back.");
  syntax.operands("URL", "the post's address, or its id");
  declare_report_format(syntax, options.format);
  syntax.example("pressmark forget https://example.org/2026/too-early");
  auto const parsed = syntax.parse(arguments);
  if (parsed.help) return print_help(*parsed.help, context);
  options.names = parsed.operands;
  if (options.names.empty()) {
    throw Error(ErrorCode::usage, "forget needs the URL of a post",
                "pressmark search --format urls WORDS finds it");
  }
  options.store = read_settings(syntax.given(), context.environment).layout();
  return run(options, context);
}

}  // namespace pressmark
