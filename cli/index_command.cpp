// `pressmark index`: adds and updates posts.
#include "cli/commands.h"
#include "operations/index_sources.h"
#include "present/reports/index_report.h"
#include "present/status.h"

namespace pressmark {

int run_command(IndexOptions const& options, Context& context) {
  constexpr std::size_t kProblemsShown = 5;
  auto const report = index_sources(options.store, options.sources, InputLimits{}, context.now);
  if (options.format == ReportFormat::json) {
    context.out << index_report_json(report) << '\n';
    return kExitDone;
  }
  context.out << index_report_text(report);
  context.err << index_problems_text(report, kProblemsShown);
  if (context.out_is_terminal && context.err_is_terminal && report.posts > 0) {
    context.err << "next: pressmark search WORDS\n";
  }
  return kExitDone;
}

}  // namespace pressmark
