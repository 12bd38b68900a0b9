// Presents a QualityReport.
#include "present/reports/quality_report.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <vector>

#include "present/json/json.h"

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

std::string three_decimals(double value) {
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.3f", value);
  return buffer.data();
}

// The columns of a row: kind and number of queries, then each figure under its title.
std::string table_row(std::string const& kind, std::string const& queries,
                      std::vector<std::string> const& figures) {
  constexpr std::size_t kKindColumns = 12;
  constexpr std::size_t kQueriesColumns = 9;
  constexpr std::size_t kFigureColumns = 5;  // "0.123"
  auto const padding = [](std::size_t columns, std::string const& text) {
    return std::string(columns - std::min(columns, text.size()), ' ');
  };
  auto row = kind + padding(kKindColumns, kind) + padding(kQueriesColumns, queries) + queries;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    auto const columns = 2 + std::max(kMetrics[i].title.size(), kFigureColumns);
    row += padding(columns, figures[i]) + figures[i];
  }
  return row + '\n';
}

std::string table_row(std::string const& kind, QualityFigures const& figures) {
  std::vector<std::string> columns;
  for (auto const& metric : kMetrics) {
    auto const value = metric_value(figures, metric);
    columns.push_back(value ? three_decimals(*value) : "-");
  }
  return table_row(kind, std::to_string(figures.queries), columns);
}

Json figures_json(QualityFigures const& figures) {
  Json object = {{"queries", figures.queries}};
  for (auto const& metric : kMetrics) {
    auto const value = metric_value(figures, metric);
    object[std::string(metric.json)] = value ? Json(std::round(*value * 1e4) / 1e4) : Json(nullptr);
  }
  return object;
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
  std::vector<std::string> titles;
  for (auto const& metric : kMetrics) titles.emplace_back(metric.title);
  auto text = table_row("kind", "queries", titles);
  for (auto const& [kind, figures] : report.by_kind) text += table_row(kind, figures);
  text += table_row("all", report.all);
  for (auto const& group : report.unequal_groups) text += "differs within the group: " + group + '\n';
  auto const shown = std::min(report.missed.size(), max_missed);
  for (std::size_t i = 0; i < shown; ++i) text += "missed: " + report.missed[i] + '\n';
  return text;
}

std::string quality_json(QualityReport const& report) {
  auto kinds = Json::object();
  for (auto const& [kind, figures] : report.by_kind) kinds[kind] = figures_json(figures);
  return json_text({{"format", 1},
                    {"all", figures_json(report.all)},
                    {"kinds", std::move(kinds)},
                    {"unequalGroups", report.unequal_groups},
                    {"missed", report.missed}},
                   2);
}

}  // namespace pressmark
