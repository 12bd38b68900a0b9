// The widths of columns and the digits of figures, said once so that all tables of quality agree.
#include "present/reports/quality_table.h"

#include <algorithm>
#include <cmath>

#include "common/strings/decimal_text.h"
#include "present/reports/quality_report.h"

namespace pressmark {

std::string quality_heading() {
  std::vector<std::string> titles;
  for (auto const& metric : quality_metrics()) titles.emplace_back(metric.title);
  return quality_row("kind", "queries", titles);
}

std::string quality_row(std::string const& name, std::string const& queries,
                        std::vector<std::string> const& cells) {
  constexpr std::size_t kNameColumns = 12;
  constexpr std::size_t kQueriesColumns = 9;
  constexpr std::size_t kFigureColumns = 5;  // "0.123"
  auto const padding = [](std::size_t columns, std::string const& text) {
    return std::string(columns - std::min(columns, text.size()), ' ');
  };
  auto row = name + padding(kNameColumns, name) + padding(kQueriesColumns, queries) + queries;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    auto const columns = 2 + std::max(quality_metrics()[i].title.size(), kFigureColumns);
    row += padding(columns, cells[i]) + cells[i];
  }
  return row + '\n';
}

std::string quality_row(std::string const& name, QualityFigures const& figures) {
  std::vector<std::string> cells;
  for (auto const& metric : quality_metrics()) {
    auto const value = metric_value(figures, metric);
    cells.push_back(value ? decimal_text(*value, 3) : "-");
  }
  return quality_row(name, std::to_string(figures.queries), cells);
}

Json figure_json(std::optional<double> value) {
  return value ? Json(std::round(*value * 1e4) / 1e4) : Json(nullptr);
}

Json figures_json(QualityFigures const& figures) {
  Json object = {{"queries", figures.queries}};
  for (auto const& metric : quality_metrics()) {
    object[std::string(metric.json)] = figure_json(metric_value(figures, metric));
  }
  return object;
}

Json report_json(QualityReport const& report) {
  auto kinds = Json::object();
  for (auto const& [kind, figures] : report.by_kind) kinds[kind] = figures_json(figures);
  return {{"all", figures_json(report.all)}, {"kinds", std::move(kinds)}};
}

std::string query_name(QueryOutcome const& outcome) {
  return outcome.id + " [" + outcome.kind + "] " + outcome.query;
}

}  // namespace pressmark
