// The table of metrics, in the order of reports.
#include "searcher/evaluate/quality_metrics.h"

#include <algorithm>
#include <array>
#include <string>

namespace pressmark {

namespace {

constexpr auto kMetrics = std::to_array<QualityMetric>({
    {"ndcg@10", "nDCG@10", "ndcg10", &QualityFigures::ndcg10},
    {"mrr", "MRR", "mrr", &QualityFigures::mrr},
    {"recall@10", "recall@10", "recall10", &QualityFigures::recall10},
    {"post-first", "post first", "postFirst", &QualityFigures::post_first},
    {"section-first", "section first", "sectionFirst", &QualityFigures::section_first},
    {"zero-hits", "zero hits", "zeroHits", &QualityFigures::zero_hits, false},
});

// Letters and digits in lower case: "nDCG@10", "ndcg-10" and "ndcg10" are one name.
std::string plain_name(std::string_view name) {
  std::string plain;
  for (char const c : name) {
    if (c >= 'A' && c <= 'Z') plain += static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) plain += c;
  }
  return plain;
}

}  // namespace

std::span<QualityMetric const> quality_metrics() noexcept {
  return kMetrics;
}

QualityMetric const* find_metric(std::string_view name) {
  auto const wanted = plain_name(name);
  auto const* const found = std::ranges::find_if(kMetrics, [&](QualityMetric const& metric) {
    auto const name_of_metric = plain_name(metric.name);
    return name_of_metric == wanted || name_of_metric == wanted + "10";
  });
  return found == kMetrics.end() ? nullptr : found;
}

std::optional<double> metric_value(QualityFigures const& figures, QualityMetric const& metric) {
  auto const applies_to =
      metric.value == &QualityFigures::section_first ? figures.with_sections : figures.queries;
  return applies_to > 0 ? std::optional(figures.*metric.value) : std::nullopt;
}

}  // namespace pressmark
