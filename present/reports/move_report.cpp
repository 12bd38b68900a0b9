// Presents a MoveReport.
#include "present/reports/move_report.h"

#include <utility>

#include "common/base/text_list.h"
#include "present/json/json.h"

namespace pressmark {

std::string move_report_text(MoveReport const& report) {
  return counted(report.moved, "post") + " moved from " + report.from + " to " + report.to + '\n';
}

std::string move_warnings_text(MoveReport const& report) {
  std::string text;
  for (auto const& [url, target] : report.taken) {
    text += "warning: " + url + " stays: another post has the address " + target + '\n';
  }
  if (!text.empty()) text += "hint: forget the one of two that is not wanted: pressmark forget URL\n";
  return text;
}

std::string move_report_json(MoveReport const& report) {
  auto taken = Json::array();
  for (auto const& [url, target] : report.taken) taken.push_back({{"url", url}, {"target", target}});
  return json_text(
      {
          {"format", 1},
          {"from", report.from},
          {"to", report.to},
          {"moved", report.moved},
          {"taken", std::move(taken)},
          {"posts", report.posts},
          {"published", report.published},
      },
      2);
}

}  // namespace pressmark
