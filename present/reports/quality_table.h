// Figures of quality as rows of a table and as members of an object.
#pragma once

#include <string>
#include <vector>

#include "present/json/json.h"
#include "present/reports/quality_report.h"

namespace pressmark {

// One line, "kind  queries  nDCG@10 …", with a column for each metric.
[[nodiscard]] std::string quality_heading();

// A line below it, with `cells` in the order of quality_metrics().
[[nodiscard]] std::string quality_row(std::string const& name, std::string const& queries,
                                      std::vector<std::string> const& cells);

// The same with the figures, "-" where one applies to no query.
[[nodiscard]] std::string quality_row(std::string const& name, QualityFigures const& figures);

// A figure as programs read it, to four decimals; null for none.
[[nodiscard]] Json figure_json(std::optional<double> value);

// A member for each metric.
[[nodiscard]] Json figures_json(QualityFigures const& figures);

// `all` and `kinds`.
[[nodiscard]] Json report_json(QualityReport const& report);

// "id [kind] query", as every list names one.
[[nodiscard]] std::string query_name(QueryOutcome const& outcome);

}  // namespace pressmark
