// Results to one stream, problems to the other.
#include "cli/commands/index_output.h"

#include <cstddef>

#include "present/reports/index_report.h"

namespace pressmark {

void print_report(IndexReport const& report, ReportFormat format, Context& context) {
  constexpr std::size_t kProblemsShown = 5;
  if (format == ReportFormat::json) {
    context.out << index_report_json(report) << '\n';
  } else {
    context.out << index_report_text(report);
    context.err << index_problems_text(report, kProblemsShown);
  }
}

}  // namespace pressmark
