// `pressmark eval`: how well judged queries are answered.
#include <algorithm>
#include <utility>

#include "cli/commands/commands.h"
#include "cli/syntax/mistyped_file.h"
#include "cli/syntax/settings.h"
#include "cli/syntax/shared_options.h"
#include "common/base/error.h"
#include "common/strings/decimal_text.h"
#include "common/strings/number_text.h"
#include "present/reports/comparison_report.h"
#include "present/reports/quality_report.h"
#include "present/status.h"
#include "searcher/evaluate/comparison.h"
#include "searcher/evaluate/evaluate.h"
#include "searcher/evaluate/quality_metrics.h"

namespace pressmark {

namespace {

// The least a metric has to reach.
struct QualityThreshold {
  QualityMetric metric;
  double minimum = 0;
};

// Either `judgements`, or `queries` and `qrels`.
struct EvalOptions {
  StoreLayout store;
  std::string judgements;
  std::string queries;
  std::string qrels;
  std::string exclude;  // a file, or empty for none
  RankingWeights weights;
  std::optional<RankingWeights> compared;  // the weights of --compare
  std::vector<QualityThreshold> thresholds;
  std::size_t max_missed = 0;
  std::size_t max_moved = 0;
  ReportFormat format = ReportFormat::text;
};

QualityThreshold parse_threshold(std::string const& text) {
  auto const equals = std::min(text.find('='), text.size());
  auto const name = text.substr(0, equals);
  auto const* const metric = find_metric(name);
  if (metric == nullptr || !metric->more_is_better) {
    std::string hint;
    for (auto const& known : quality_metrics()) {
      if (known.more_is_better) hint += (hint.empty() ? "one of: " : ", ") + std::string(known.name);
    }
    throw Error(ErrorCode::usage, "--fail-under knows no metric \"" + name + '"', hint);
  }
  auto const number = std::string_view(text).substr(std::min(equals + 1, text.size()));
  auto const minimum = parse_number<double>(number);
  if (!minimum || !(*minimum >= 0 && *minimum <= 1)) {
    throw Error(ErrorCode::usage, "--fail-under takes METRIC=X with X from 0 to 1, not \"" + text + '"',
                "for example: --fail-under ndcg@10=0.8");
  }
  return {*metric, *minimum};
}

void require_one_set_of_judgements(EvalOptions const& options, std::size_t operands) {
  if (operands > 1) throw Error(ErrorCode::usage, "eval takes one file of JUDGEMENTS");
  bool const trec = !options.queries.empty() && !options.qrels.empty();
  bool const partly_trec = options.queries.empty() != options.qrels.empty();
  if (partly_trec) throw Error(ErrorCode::usage, "--queries and --qrels go together");
  if (trec == (operands == 1)) {
    throw Error(ErrorCode::usage, "eval needs JUDGEMENTS, or --queries with --qrels",
                "for example: pressmark eval judgements.tsv");
  }
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
    below += (below.empty() ? "" : "; ") + std::string(metric.name) + " is " + decimal_text(*value, 3) +
             ", below " + decimal_text(minimum, 3);
  }
  if (!below.empty()) throw Error(ErrorCode::gate_failed, below, "--verbose shows which queries were missed");
}

int run(EvalOptions const& options, Context& context) {
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

}  // namespace

int run_eval(Arguments const& arguments, Context& context) {
  EvalOptions options;
  bool verbose = false;
  std::size_t limit = 20;
  std::string compare;
  Syntax syntax("eval", "[OPTION]... JUDGEMENTS", "Measures how well judged queries are answered.");
  syntax.operands("JUDGEMENTS", "tab-separated: id, query, kind, relevant, note");
  syntax.value("--queries", "FILE", options.queries, "TREC queries, instead of JUDGEMENTS");
  syntax.value("--qrels", "FILE", options.qrels, "TREC judgements of these");
  syntax.value("--exclude", "FILE", options.exclude, "posts that do not count: query, document");
  syntax.value("--compare", "CONFIG", compare, "show what this configuration would change");
  syntax.each("--fail-under", "METRIC=X", "exit with 1 if it is below X; repeat for several",
              [&](std::string const& text) { options.thresholds.push_back(parse_threshold(text)); });
  syntax.flag("--verbose", verbose, "list queries that were missed");
  syntax.count("--limit", kMaxListed, limit, "queries to list");
  declare_report_format(syntax, options.format);
  syntax.example("pressmark eval judgements.tsv --fail-under ndcg@10=0.8 --verbose");
  auto const parsed = syntax.parse(arguments);
  if (parsed.help) return print_help(*parsed.help, context);
  auto const& files = parsed.operands;
  require_one_set_of_judgements(options, files.size());
  if (!files.empty()) options.judgements = files.front();
  options.max_missed = verbose ? limit : 0;
  options.max_moved = limit;
  auto const settings = read_settings(syntax.given(), context.environment);
  options.store = settings.layout();
  options.weights = settings.weights;
  if (!compare.empty()) options.compared = read_weights(compare);
  return run(options, context);
}

}  // namespace pressmark
