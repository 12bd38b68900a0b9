// `pressmark eval`: how well judged queries are answered.
#include <utility>

#include "cli/commands.h"
#include "cli/mistyped_file.h"
#include "common/base/decimal_text.h"
#include "common/base/error.h"
#include "present/reports/comparison_report.h"
#include "present/reports/quality_report.h"
#include "present/status.h"
#include "searcher/evaluate/comparison.h"
#include "searcher/evaluate/evaluate.h"

namespace pressmark {

namespace {

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
    below += (below.empty() ? "" : "; ") + std::string(metric.name) + " is " + decimal_text(*value, 3) +
             ", below " + decimal_text(minimum, 3);
  }
  if (!below.empty()) throw Error(ErrorCode::gate_failed, below, "--verbose shows which queries were missed");
}

}  // namespace

int run_command(EvalOptions const& options, Context& context) {
  for (auto const& file : {options.judgements, options.queries, options.qrels, options.exclude}) {
    refuse_mistyped_file(file);
  }
  auto judged = options.judgements.empty() ? read_trec(options.queries, options.qrels)
                                           : read_judgements(options.judgements);
  if (!options.exclude.empty()) read_exclusions(options.exclude, judged);
  auto const report_of = [&](RankingWeights const& weights) {
    Searcher searcher(options.store, weights);
    return evaluate(searcher, judged, context.now);
  };
  bool const as_json = options.format == ReportFormat::json;
  auto report = report_of(options.weights);
  if (options.compared) {
    auto const comparison = compare(std::move(report), report_of(*options.compared));
    context.out << (as_json ? comparison_json(comparison) + '\n'
                            : comparison_text(comparison, options.max_moved));
    report = comparison.after;
    if (!as_json) context.out << missed_text(report, options.max_missed);
  } else {
    context.out << (as_json ? quality_json(report) + '\n' : quality_text(report, options.max_missed));
  }
  require_thresholds(report, options.thresholds);
  return kExitDone;
}

}  // namespace pressmark
