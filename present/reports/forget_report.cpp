// Presents a ForgetReport.
#include "present/reports/forget_report.h"

#include "common/base/text_list.h"
#include "present/json/json.h"

namespace pressmark {

std::string forget_report_text(ForgetReport const& report) {
  return counted(report.removed, "post") + " forgotten, " + std::to_string(report.posts) + " left\n";
}

std::string forget_warnings_text(ForgetReport const& report) {
  std::string text;
  for (auto const& name : report.unknown) {
    text += "warning: no post here has the address " + name + "; it is kept out all the same\n";
  }
  return text;
}

std::string forget_report_json(ForgetReport const& report) {
  return json_text(
      {
          {"format", 1},
          {"removed", report.removed},
          {"unknown", report.unknown},
          {"posts", report.posts},
          {"published", report.published},
      },
      2);
}

}  // namespace pressmark
