// How well judged queries were answered, for people and for programs.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "searcher/evaluate/evaluate.h"

namespace pressmark {

// A figure of a QualityReport: what it is called where, and where it stands.
struct QualityMetric {
  std::string_view name;   // on the command line, "ndcg@10"
  std::string_view title;  // over its column, "nDCG@10"
  std::string_view json;   // its member, "ndcg10"
  double QualityFigures::* value;
  bool more_is_better = true;
};

[[nodiscard]] std::span<QualityMetric const> quality_metrics() noexcept;

// The metric a user means: its name in any case, with or without the signs and the cutoff in it,
// so that its JSON member will do too.
[[nodiscard]] QualityMetric const* find_metric(std::string_view name);

// The figure, or nothing where it applies to none of the queries.
[[nodiscard]] std::optional<double> metric_value(QualityFigures const& figures, QualityMetric const& metric);

// A table with a row per kind and one for all, then groups that should be equal and are not,
// then missed_text(). Ends with a newline.
[[nodiscard]] std::string quality_text(QualityReport const& report, std::size_t max_missed);

// A line for each of the first `max_missed` queries that were missed.
[[nodiscard]] std::string missed_text(QualityReport const& report, std::size_t max_missed);

// One object over several lines, without a newline at its end.
[[nodiscard]] std::string quality_json(QualityReport const& report);

}  // namespace pressmark
