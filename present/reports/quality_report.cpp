// Presents a QualityReport.
#include "present/reports/quality_report.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

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

std::string table_row(std::string const& kind, QualityFigures const& figures) {
  std::array<char, 64> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%-12s %7zu", kind.c_str(), figures.queries);
  std::string row = buffer.data();
  for (auto const& metric : kMetrics) {
    auto const value = metric_value(figures, metric);
    auto const width = static_cast<int>(metric.title.size()) + 2;
    if (value) {
      std::snprintf(buffer.data(), buffer.size(), "%*.3f", width, *value);
    } else {
      std::snprintf(buffer.data(), buffer.size(), "%*s", width, "-");
    }
    row += buffer.data();
  }
  return row + '\n';
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

std::span<QualityMetric const> quality_metrics() noexcept { return kMetrics; }

QualityMetric const* find_metric(std::string_view name) {
  auto const wanted = plain_name(name);
  auto const* const found = std::ranges::find_if(kMetrics, [&](QualityMetric const& metric) {
    return plain_name(metric.name) == wanted || plain_name(metric.json) == wanted;
  });
  return found == kMetrics.end() ? nullptr : found;
}

std::optional<double> metric_value(QualityFigures const& figures, QualityMetric const& metric) {
  auto const applies_to =
      metric.value == &QualityFigures::section_first ? figures.with_sections : figures.queries;
  return applies_to > 0 ? std::optional(figures.*metric.value) : std::nullopt;
}

std::string quality_text(QualityReport const& report, std::size_t max_missed) {
  std::string text = "kind         queries";
  for (auto const& metric : kMetrics) text.append("  ").append(metric.title);
  text += '\n';
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
