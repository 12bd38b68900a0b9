// `pressmark forget`: removes posts and keeps them out.
#include "cli/commands.h"
#include "operations/forget_posts.h"
#include "present/reports/change_report.h"
#include "present/status.h"

namespace pressmark {

int run_command(ForgetOptions const& options, Context& context) {
  auto const report = forget_posts(options.store, options.names, context.now);
  if (options.format == ReportFormat::json) {
    context.out << change_json(report) << '\n';
  } else {
    context.out << change_text(report);
    context.err << change_notes(report);
  }
  return report.removed == 0 ? kExitNothingFound : kExitDone;
}

}  // namespace pressmark
