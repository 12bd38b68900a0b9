// Queries that were missed are listed with what came first instead.
#include "present/reports/quality_report.h"

#include <array>
#include <cstdio>

#include "present/json/json.h"
#include "present/reports/quality_table.h"

namespace pressmark {

namespace {

// "id [kind] query -> what came first".
std::string miss_text(QueryOutcome const& outcome) {
  return query_name(outcome) + " -> " + (outcome.first.empty() ? "nothing" : outcome.first);
}

}  // namespace

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
