// `pressmark move`: posts follow to another address.
#include "cli/commands.h"
#include "operations/move_posts.h"
#include "present/reports/change_report.h"
#include "present/status.h"

namespace pressmark {

int run_command(MoveOptions const& options, Context& context) {
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

}  // namespace pressmark
