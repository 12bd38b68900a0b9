// The figures of quality, each with its names and the member that holds it.
#pragma once

#include <optional>
#include <span>
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

}  // namespace pressmark
