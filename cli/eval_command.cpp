// `pressmark eval`: how well judged queries are answered.
#include <array>
#include <cstdio>

#include "cli/commands.h"
#include "cli/mistyped_file.h"
#include "common/base/error.h"
#include "present/reports/quality_report.h"
#include "present/status.h"
#include "searcher/evaluate/evaluate.h"

namespace pressmark {

namespace {

std::string three_decimals(double value) {
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.3f", value);
  return buffer.data();
}

// Throws Error{gate_failed} that names every metric below its threshold, and Error{usage} for
// one that no query can meet.
void require_thresholds(QualityReport const& report, std::vector<QualityThreshold> const& thresholds) {
  std::string below;
  for (auto const& [metric, minimum] : thresholds) {
    auto const value = metric_value(report.all, metric);
    if (!value) {
      throw Error(ErrorCode::usage, std::string(metric.name) + " applies to none of these queries",
                  "drop its --fail-under or add judgements for it");
    }
    if (*value >= minimum) continue;
    below += (below.empty() ? "" : "; ") + std::string(metric.name) + " is " + three_decimals(*value) +
             ", below " + three_decimals(minimum);
  }
  if (!below.empty()) throw Error(ErrorCode::gate_failed, below, "--verbose shows which queries were missed");
}

}  // namespace

int run_command(EvalOptions const& options, Context& context) {
  for (auto const& file : {options.judgements, options.queries, options.qrels}) refuse_mistyped_file(file);
  auto const judged = options.judgements.empty() ? read_trec(options.queries, options.qrels)
                                                 : read_judgements(options.judgements);
  Searcher searcher(options.store);
  auto const report = evaluate(searcher, judged, context.now);
  if (options.format == ReportFormat::json) {
    context.out << quality_json(report) << '\n';
  } else {
    context.out << quality_text(report, options.max_missed);
  }
  require_thresholds(report, options.thresholds);
  return kExitDone;
}

}  // namespace pressmark
