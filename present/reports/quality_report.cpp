// Presents a QualityReport.
#include "present/reports/quality_report.h"

#include <algorithm>
#include <array>

#include "present/json/json.h"
#include "present/reports/quality_table.h"

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

// "id [kind] query -> what came first".
std::string miss_text(QueryOutcome const& outcome) {
  return query_name(outcome) + " -> " + (outcome.first.empty() ? "nothing" : outcome.first);
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

std::string quality_text(QualityReport const& report, std::size_t max_missed) {
  auto text = quality_heading();
  for (auto const& [kind, figures] : report.by_kind) text += quality_row(kind, figures);
  text += quality_row("all", report.all);
  for (auto const& group : report.unequal_groups) text += "differs within the group: " + group + '\n';
  return text + missed_text(report, max_missed);
}

std::string missed_text(QualityReport const& report, std::size_t max_missed) {
  std::string text;
  for (auto const& outcome : report.queries) {
    if (max_missed == 0) break;
    if (!outcome.is_miss()) continue;
    text += "missed: " + miss_text(outcome) + '\n';
    --max_missed;
  }
  return text;
}

std::string quality_json(QualityReport const& report) {
  Json json = {{"format", 1}};
  json.update(report_json(report));
  json["unequalGroups"] = report.unequal_groups;
  json["missed"] = Json::array();
  for (auto const& outcome : report.queries) {
    if (outcome.is_miss()) json["missed"].push_back(miss_text(outcome));
  }
  return json_text(json, 2);
}

}  // namespace pressmark
