// `pressmark move`: posts follow to another address.
#include "cli/commands/commands.h"
#include "cli/syntax/settings.h"
#include "cli/syntax/shared_options.h"
#include "common/base/error.h"
#include "operations/move_posts.h"
#include "present/reports/change_report.h"
#include "present/status.h"

namespace pressmark {

namespace {

struct MoveOptions {
  StoreLayout store;
  std::string from;
  std::string to;
  ReportFormat format = ReportFormat::text;
};

int run(MoveOptions const& options, Context& context) {
  auto const report = move_posts(options.store, options.from, options.to, context.now);
  if (options.format == ReportFormat::json) {
    context.out << change_json(report) << '\n';
  } else {
    context.out << change_text(report);
    context.err << change_notes(report);
    if (report.moved == 0 && report.taken.empty()) {
      context.err << "hint: pressmark search --format urls lists the addresses there are\n";
    }
  }
  return report.moved == 0 ? kExitNothingFound : kExitDone;
}

}  // namespace

int run_move(Arguments const& arguments, Context& context) {
  MoveOptions options;
  Syntax syntax("move", "[OPTION]... OLD NEW",
                "Follows posts to another address: every URL that is OLD, or lies below it, then\n"
                "begins with NEW. They stay the same posts when they are indexed again.");
  syntax.operands("OLD NEW", "the address of a site, a folder or a post, before and after");
  declare_report_format(syntax, options.format);
  syntax.example("pressmark move http://blog.example.org https://example.org/blog");
  auto const parsed = syntax.parse(arguments);
  if (parsed.help) return print_help(*parsed.help, context);
  if (parsed.operands.size() != 2) {
    throw Error(ErrorCode::usage, "move needs two addresses, OLD and NEW",
                "for example: pressmark move http://blog.example.org https://example.org/blog");
  }
  options.from = parsed.operands[0];
  options.to = parsed.operands[1];
  options.store = read_settings(syntax.given(), context.environment).layout();
  return run(options, context);
}

}  // namespace pressmark
