// The report that a job left is JSON already, and becomes a member of its record.
#include "present/reports/jobs_report.h"

#include <optional>
#include <string_view>
#include <utility>

#include "present/json/json.h"

namespace pressmark {

namespace {

std::string_view outcome_name(JobOutcome outcome) {
  switch (outcome) {
    case JobOutcome::done:
      return "done";
    case JobOutcome::failed:
      return "failed";
    case JobOutcome::stopped:
      return "stopped";
    case JobOutcome::unfinished:
      break;
  }
  return "unfinished";
}

std::optional<std::int64_t> seconds_of(JobRecord const& job) {
  return job.finished ? std::optional((*job.finished - job.started).count()) : std::nullopt;
}

std::string padded(std::string text, std::size_t columns) {
  if (text.size() < columns) text.append(columns - text.size(), ' ');
  return text;
}

std::string job_text(JobRecord const& job) {
  auto const& counts = job.counts;
  auto const seconds = seconds_of(job);
  auto text = padded(std::to_string(job.id), 6) + format_rfc3339(job.started) + "  " +
              padded(job.command.empty() ? "unknown" : job.command, 10) +
              padded(seconds ? std::to_string(*seconds) + " s" : "", 8) +
              std::string(outcome_name(job.outcome));
  text += ", " + std::to_string(counts.added) + " added, " + std::to_string(counts.changed) + " changed, " +
          std::to_string(counts.removed) + " removed";
  for (auto const& gate : job.accepted_gates) text += ", accepted " + gate;
  if (job.undone_by) text += ", undone by job " + std::to_string(*job.undone_by);
  return text + '\n' + (job.error.empty() ? "" : "      " + job.error + '\n');
}

Json job_json(JobRecord const& job) {
  auto const seconds = seconds_of(job);
  constexpr bool kThrows = false;
  auto report = Json::parse(job.report, nullptr, kThrows);
  return {{"run", job.id},
          {"command", json_text_or_null(job.command)},
          {"started", format_rfc3339(job.started)},
          {"finished", json_time(job.finished)},
          {"seconds", seconds ? Json(*seconds) : Json(nullptr)},
          {"outcome", outcome_name(job.outcome)},
          {"added", job.counts.added},
          {"changed", job.counts.changed},
          {"unchanged", job.counts.unchanged},
          {"removed", job.counts.removed},
          {"accepted", job.accepted_gates},
          {"undoneBy", job.undone_by ? Json(*job.undone_by) : Json(nullptr)},
          {"generation", json_text_or_null(job.generation)},
          {"error", json_text_or_null(job.error)},
          {"report", report.is_discarded() ? Json(nullptr) : std::move(report)}};
}

}  // namespace

std::string jobs_text(std::span<JobRecord const> jobs) {
  std::string text;
  for (auto const& job : jobs) text += job_text(job);
  return text.empty() ? "no job is remembered\n" : text;
}

std::string jobs_json(std::span<JobRecord const> jobs) {
  auto runs = Json::array();
  for (auto const& job : jobs) runs.push_back(job_json(job));
  return json_text({{"format", 1}, {"runs", std::move(runs)}}, 2);
}

}  // namespace pressmark
