// All three end in the same place: how many posts there are now, and whether the index changed.
#include "present/reports/change_report.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>

#include "common/strings/text_list.h"
#include "present/json/json.h"

namespace pressmark {

namespace {

std::string kept_text(std::span<KeptPost const> kept) {
  constexpr std::size_t kKeptShown = 10;
  std::string text;
  for (auto const& [id, url] : kept.first(std::min(kept.size(), kKeptShown))) {
    text += "warning: " + (url.empty() ? id : url) + " stays as it is: a later job changed it\n";
  }
  if (kept.size() > kKeptShown) {
    text += "warning: and " + counted(kept.size() - kKeptShown, "post") + " more; --format json lists them\n";
  }
  return text;
}

template <typename Report>
std::string finished(Json object, Report const& report) {
  object["posts"] = report.posts;
  object["published"] = report.published;
  return json_text(object, 2);
}

}  // namespace

std::string change_text(ForgetReport const& report) {
  return counted(report.removed, "post") + " forgotten, " + std::to_string(report.posts) + " left\n";
}

std::string change_text(MoveReport const& report) {
  return counted(report.moved, "post") + " moved from " + report.from + " to " + report.to + '\n';
}

std::string change_text(RollbackReport const& report) {
  auto const& counts = report.rolled_back.counts;
  auto const command = report.command.empty() ? std::string("changes") : report.command;
  return "job " + std::to_string(report.rolled_back.job) + " is undone, " + command + " of " +
         format_rfc3339(report.started) + ": " + counted(counts.removed, "post") + " removed, " +
         std::to_string(counts.changed) + " as before, " + std::to_string(counts.added) + " back; " +
         counted(report.posts, "post") + " in all\n";
}

std::string change_notes(ForgetReport const& report) {
  std::string text;
  for (auto const& name : report.unknown) {
    text += "warning: no post here has the address " + name + "; it is kept out all the same\n";
  }
  return text;
}

std::string change_notes(MoveReport const& report) {
  std::string text;
  for (auto const& [url, target] : report.taken) {
    text += "warning: " + url + " stays: another post has the address " + target + '\n';
  }
  if (!text.empty()) text += "hint: forget the one of two that is not wanted: pressmark forget URL\n";
  return text;
}

std::string change_notes(RollbackReport const& report) {
  auto text = kept_text(report.rolled_back.kept);
  if (auto const refused = report.rolled_back.counts.forgotten; refused > 0) {
    text += "warning: " + counted(refused, "post") +
            " did not come back: " + (refused == 1 ? "it is" : "they are") + " among what was forgotten\n";
  }
  return text + "hint: nothing is read in from now on; " + kResumeHint + '\n';
}

std::string change_json(ForgetReport const& report) {
  return finished({{"format", 1}, {"removed", report.removed}, {"unknown", report.unknown}}, report);
}

std::string change_json(MoveReport const& report) {
  auto taken = Json::array();
  for (auto const& [url, target] : report.taken) taken.push_back({{"url", url}, {"target", target}});
  return finished(
      {
          {"format", 1},
          {"from", report.from},
          {"to", report.to},
          {"moved", report.moved},
          {"taken", std::move(taken)},
      },
      report);
}

std::string change_json(RollbackReport const& report) {
  auto const& counts = report.rolled_back.counts;
  auto kept = Json::array();
  for (auto const& post : report.rolled_back.kept) kept.push_back({{"id", post.id}, {"url", post.url}});
  return finished(
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
      },
      report);
}

}  // namespace pressmark
