// Turns a failed stream into an error, and prints the report that index and import have in common.
#include "cli/output.h"

#include <cerrno>
#include <cstddef>
#include <system_error>

#include "common/base/error.h"
#include "present/reports/index_report.h"

namespace pressmark {

void require_written(std::ostream const& out, std::string const& name) {
  if (out) return;
  auto const reason = errno == 0 ? std::string() : ": " + std::generic_category().message(errno);
  auto const code = errno == ENOSPC ? ErrorCode::disk_full : ErrorCode::store_unwritable;
  throw Error(code, "cannot write to " + name + reason);
}

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
