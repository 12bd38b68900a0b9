// Presents a RollbackReport.
#include "present/reports/rollback_report.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "common/base/text_list.h"
#include "present/json/json.h"

namespace pressmark {

namespace {}  // namespace

std::string rollback_report_text(RollbackReport const& report) {
  auto const& counts = report.rolled_back.counts;
  auto const command = report.command.empty() ? std::string("changes") : report.command;
  return "job " + std::to_string(report.rolled_back.job) + " is undone, " + command + " of " +
         format_rfc3339(report.started) + ": " + counted(counts.removed, "post") + " removed, " +
         std::to_string(counts.changed) + " as before, " + std::to_string(counts.added) + " back; " +
         counted(report.posts, "post") + " in all\n";
}

std::string rollback_notes_text(RollbackReport const& report) {
  constexpr std::size_t kKeptShown = 10;
  std::string text;
  auto const& kept = report.rolled_back.kept;
  auto const shown = std::min(kept.size(), kKeptShown);
  for (std::size_t i = 0; i < shown; ++i) {
    text += "warning: " + (kept[i].url.empty() ? kept[i].id : kept[i].url) +
            " stays as it is: a later job changed it\n";
  }
  if (kept.size() > shown) {
    text += "warning: and " + counted(kept.size() - shown, "post") + " more; --format json lists them\n";
  }
  if (auto const refused = report.rolled_back.counts.forgotten; refused > 0) {
    text += "warning: " + counted(refused, "post") +
            " did not come back: " + (refused == 1 ? "it is" : "they are") + " among what was forgotten\n";
  }
  return text + "hint: nothing is read in from now on; " + kResumeHint + '\n';
}

std::string rollback_report_json(RollbackReport const& report) {
  auto const& counts = report.rolled_back.counts;
  auto kept = Json::array();
  for (auto const& post : report.rolled_back.kept) kept.push_back({{"id", post.id}, {"url", post.url}});
  return json_text(
      {
          {"format", 1},
          {"run", report.rolled_back.job},
          {"command", json_text_or_null(report.command)},
          {"started", format_rfc3339(report.started)},
          {"added", counts.added},
          {"changed", counts.changed},
          {"removed", counts.removed},
          {"forgotten", counts.forgotten},
          {"kept", std::move(kept)},
          {"posts", report.posts},
          {"published", report.published},
      },
      2);
}

}  // namespace pressmark
