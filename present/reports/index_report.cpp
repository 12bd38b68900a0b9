// The counts stand in one table, so that text and JSON have the same ones in the same order.
#include "present/reports/index_report.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "common/strings/decimal_text.h"
#include "common/strings/text_list.h"
#include "present/reports/index_report_object.h"

namespace pressmark {

namespace {

struct Count {
  std::string_view name;
  std::size_t IndexReport::* member;
};

constexpr auto kCounts = std::to_array<Count>({
    {"added", &IndexReport::added},
    {"changed", &IndexReport::changed},
    {"unchanged", &IndexReport::unchanged},
    {"removed", &IndexReport::removed},
    {"skipped", &IndexReport::skipped},
});

}  // namespace

std::string index_counts_text(IndexReport const& report) {
  std::string text;
  for (auto const& [name, member] : kCounts) {
    append_item(text, std::to_string(report.*member) + ' ' + std::string(name));
  }
  return text;
}

std::string index_report_text(IndexReport const& report) {
  auto text = counted(report.posts, "post") + ": ";
  if (report.added + report.changed + report.removed == 0) text += "nothing new, ";
  text += index_counts_text(report);
  bool const had_posts_before = report.posts > report.added;  // else there was nothing to rebuild
  return text + " (" + decimal_text(report.seconds, 2) + " s" +
         (report.rebuilt && had_posts_before ? ", index rebuilt)\n" : ")\n");
}

std::string index_problems_text(IndexReport const& report, std::size_t max_shown) {
  std::string text;
  auto const shown = std::min(report.problems.size(), max_shown);
  for (std::size_t i = 0; i < shown; ++i) {
    auto const& problem = report.problems[i];
    text += "warning: " + (problem.where.empty() ? "" : problem.where + ": ") + problem.what + '\n';
  }
  if (report.problem_count > shown) {
    auto const rest = report.problem_count - shown;
    text += "warning: and " + counted(rest, "more problem") + "; --format json lists more\n";
  }
  return text;
}

Json index_report_object(IndexReport const& report) {
  Json object = {{"format", 1}};
  for (auto const& [name, member] : kCounts) object[std::string(name)] = report.*member;
  object["posts"] = report.posts;
  object["published"] = report.published;
  object["rebuilt"] = report.rebuilt;
  object["generation"] = report.generation;
  object["seconds"] = std::round(report.seconds * 1e3) / 1e3;
  object["problemCount"] = report.problem_count;
  auto& problems = object["problems"] = Json::array();
  for (auto const& problem : report.problems) {
    problems.push_back({{"what", problem.what}, {"where", problem.where}});
  }
  return object;
}

std::string index_report_json(IndexReport const& report) {
  return json_text(index_report_object(report), 2);
}

}  // namespace pressmark
