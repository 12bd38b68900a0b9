// Only what differs is shown: a difference too small to be seen is left blank.
#include "present/reports/comparison_report.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "common/strings/decimal_text.h"
#include "common/strings/text_list.h"
#include "present/json/json.h"
#include "present/reports/quality_report.h"
#include "present/reports/quality_table.h"

namespace pressmark {

namespace {

std::optional<double> difference(QualityFigures const& before, QualityFigures const& after,
                                 QualityMetric const& metric) {
  auto const first = metric_value(before, metric);
  auto const second = metric_value(after, metric);
  return first && second ? std::optional(*second - *first) : std::nullopt;
}

// "+0.125"; nothing for a difference too small to be seen, so that the others stand out.
std::string difference_text(std::optional<double> value) {
  constexpr double kVisible = 0.0005;
  if (!value || std::abs(*value) < kVisible) return {};
  return (*value > 0 ? "+" : "") + decimal_text(*value, 3);
}

std::string rows(std::string const& kind, QualityFigures const& before, QualityFigures const& after) {
  std::vector<std::string> changes;
  bool has_changed = false;
  for (auto const& metric : quality_metrics()) {
    changes.push_back(difference_text(difference(before, after, metric)));
    has_changed = has_changed || !changes.back().empty();
  }
  auto text = quality_row(kind, before) + quality_row("  after", after);
  if (!has_changed) return text;
  auto row = quality_row("  change", "", changes);
  row.erase(row.find_last_not_of(" \n") + 1);
  return text + row + '\n';
}

// Kinds are those of the queries, the same on both sides.
QualityFigures const& figures_after(QualityComparison const& comparison, std::string const& kind) {
  static QualityFigures const none;
  auto const found = comparison.after.by_kind.find(kind);
  return found == comparison.after.by_kind.end() ? none : found->second;
}

std::string rank_text(std::size_t rank) {
  return rank == 0 ? "none" : std::to_string(rank);
}

std::string move_text(MovedQuery const& moved) {
  auto const& [before, after, gain] = moved;
  if (!before.has_answer)
    return before.first.empty() ? "nothing -> " + after.first : before.first + " -> nothing";
  std::string text;
  if (before.right_rank != after.right_rank) {
    text = "first right post " + rank_text(before.right_rank) + " -> " + rank_text(after.right_rank);
  }
  if (before.section_first == after.section_first) return text;
  append_item(text, after.section_first ? "section gained" : "section lost");
  return text;
}

// The `count` that moved farthest, in the order given.
std::vector<MovedQuery> farthest(std::vector<MovedQuery> const& moved, std::size_t count) {
  if (moved.size() <= count) return moved;
  // What is sorted by gain has the farthest at its two ends.
  std::size_t better = 0;
  std::size_t worse = 0;
  while (better + worse < count) {
    bool const takes_better = moved[better].gain >= -moved[moved.size() - 1 - worse].gain;
    ++(takes_better ? better : worse);
  }
  std::vector<MovedQuery> kept(moved.begin(), moved.begin() + static_cast<std::ptrdiff_t>(better));
  kept.insert(kept.end(), moved.end() - static_cast<std::ptrdiff_t>(worse), moved.end());
  return kept;
}

Json difference_json(QualityFigures const& before, QualityFigures const& after) {
  auto object = Json::object();
  for (auto const& metric : quality_metrics()) {
    object[std::string(metric.json)] = figure_json(difference(before, after, metric));
  }
  return object;
}

Json outcome_json(QueryOutcome const& outcome) {
  return {{"rank", outcome.right_rank == 0 ? Json(nullptr) : Json(outcome.right_rank)},
          {"sectionFirst", outcome.judges_sections ? Json(outcome.section_first) : Json(nullptr)},
          {"first", json_text_or_null(outcome.first)}};
}

}  // namespace

std::string comparison_text(QualityComparison const& comparison, std::size_t max_moved) {
  auto text = quality_heading();
  for (auto const& [kind, before] : comparison.before.by_kind) {
    text += rows(kind, before, figures_after(comparison, kind));
  }
  text += rows("all", comparison.before.all, comparison.after.all);
  auto const shown = farthest(comparison.moved, max_moved);
  for (auto const& moved : shown) {
    auto const* const label = moved.gain > 0 ? "better: " : moved.gain < 0 ? "worse: " : "moved: ";
    text += label + query_name(moved.before) + ": " + move_text(moved) + '\n';
  }
  if (comparison.moved.empty()) return text + "no query moved\n";
  auto const hidden = comparison.moved.size() - shown.size();
  if (hidden > 0) text += std::to_string(hidden) + " more moved, no farther\n";
  return text;
}

std::string comparison_json(QualityComparison const& comparison) {
  auto changes = Json::object();
  for (auto const& [kind, before] : comparison.before.by_kind) {
    changes[kind] = difference_json(before, figures_after(comparison, kind));
  }
  auto moves = Json::array();
  for (auto const& moved : comparison.moved) {
    moves.push_back({{"id", moved.before.id},
                     {"kind", moved.before.kind},
                     {"query", moved.before.query},
                     {"before", outcome_json(moved.before)},
                     {"after", outcome_json(moved.after)}});
  }
  return json_text({{"format", 1},
                    {"before", report_json(comparison.before)},
                    {"after", report_json(comparison.after)},
                    {"change",
                     {{"all", difference_json(comparison.before.all, comparison.after.all)},
                      {"kinds", std::move(changes)}}},
                    {"moved", std::move(moves)}},
                   2);
}

}  // namespace pressmark
