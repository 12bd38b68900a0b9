// A hint that findings in a row have in common is told once, after the last of them.
#include "present/reports/check_report.h"

#include <cstddef>
#include <utility>

#include "common/strings/text_list.h"
#include "present/json/json.h"

namespace pressmark {

namespace {

char const* severity_name(Severity severity) {
  return severity == Severity::error ? "error" : "warning";
}

}  // namespace

std::string check_report_text(CheckReport const& report) {
  if (report.is_sound()) {
    return counted(report.posts, "post") + ", generation " + report.generation +
           (report.configuration.empty() ? "" : ", configuration " + report.configuration) +
           ": all is well\n";
  }
  std::string text;
  auto const count = report.findings.size();
  for (std::size_t i = 0; i < count; ++i) {
    auto const& [severity, what, hint] = report.findings[i];
    text += std::string(severity_name(severity)) + ": " + what + '\n';
    bool const comes_again = i + 1 < count && report.findings[i + 1].hint == hint;
    if (!hint.empty() && !comes_again) text += "hint: " + hint + '\n';
  }
  return text + counted(count, "finding") + "\n";
}

std::string check_report_json(CheckReport const& report) {
  auto findings = Json::array();
  for (auto const& [severity, what, hint] : report.findings) {
    findings.push_back(
        {{"severity", severity_name(severity)}, {"what", what}, {"hint", json_text_or_null(hint)}});
  }
  return json_text(
      {
          {"format", 1},
          {"sound", report.is_sound()},
          {"posts", report.posts},
          {"generation", json_text_or_null(report.generation)},
          {"configuration", json_text_or_null(report.configuration)},
          {"findings", std::move(findings)},
      },
      2);
}

}  // namespace pressmark
