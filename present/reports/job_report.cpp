// Why a source failed is told once: as the error that ends the command, else as a warning.
#include "present/reports/job_report.h"

#include <utility>

#include "present/reports/index_report.h"
#include "present/reports/index_report_object.h"
#include "present/status.h"

namespace pressmark {

namespace {

Json error_json(std::optional<Error> const& error) {
  if (!error) return nullptr;
  return {{"code", status_of(error->code()).name},
          {"what", error->what()},
          {"hint", json_text_or_null(error->hint())}};
}

Json source_json(SourceReport const& source) {
  return {{"name", source.name},
          {"outcome", outcome_name(source.outcome)},
          {"added", source.counts.added},
          {"changed", source.counts.changed},
          {"unchanged", source.counts.unchanged},
          {"removed", source.counts.removed},
          {"skipped", source.skipped},
          {"documents", source.documents},
          {"bytes", source.bytes},
          {"error", error_json(source.failure)},
          {"tolerated", source.is_tolerated}};
}

Json gate_json(GateReport const& gate) {
  return {{"name", gate.name},
          {"passed", gate.has_passed},
          {"accepted", gate.is_accepted},
          {"detail", gate.detail}};
}

std::string warning_text(SourceReport const& source) {
  if (source.outcome == SourceOutcome::postponed) {
    return "warning: " + source.name + " asked to be left alone for a while: postponed\n";
  }
  if (!source.failure) return "";
  auto const what = std::string(source.failure->what());
  auto const name = what.find(source.name) == std::string::npos ? source.name + ": " : "";
  auto text = (source.is_tolerated ? "warning: " : "error: ") + name + what;
  return text + (source.is_tolerated ? "; tolerated for now\n" : "\n");
}

}  // namespace

JobReport failed_job(Error const& error, std::vector<std::string> accepted, double seconds) {
  JobReport report;
  report.index.failure = error;
  report.index.seconds = seconds;
  report.accepted = std::move(accepted);
  return report;
}

std::string job_report_text(JobReport const& report) {
  if (!report.is_dry_run) return index_report_text(report.index);
  return "nothing is changed; it would be " + index_counts_text(report.index) + '\n';
}

std::string job_warnings_text(JobReport const& report) {
  std::string text;
  auto const& ending = report.index.failure;
  for (auto const& source : report.index.sources) {
    bool const ends = ending && source.failure && !source.is_tolerated &&
                      std::string_view(ending->what()) == source.failure->what();
    if (!ends) text += warning_text(source);
  }
  for (auto const& gate : report.gates) {
    if (gate.is_accepted) text += "warning: gate " + gate.name + " is let pass: " + gate.detail + '\n';
  }
  return text;
}

std::string job_report_json(JobReport const& report) {
  auto const& index = report.index;
  auto gates = Json::array();
  for (auto const& gate : report.gates) gates.push_back(gate_json(gate));
  auto sources = Json::array();
  for (auto const& source : index.sources) sources.push_back(source_json(source));
  Json object = index_report_object(index);
  object["dryRun"] = report.is_dry_run;
  object["error"] = error_json(index.failure);
  object["accepted"] = report.accepted;
  object["gates"] = std::move(gates);
  object["sources"] = std::move(sources);
  return json_text(object, 2);
}

std::string_view outcome_name(SourceOutcome outcome) {
  switch (outcome) {
    case SourceOutcome::read:
      return "read";
    case SourceOutcome::not_modified:
      return "not-modified";
    case SourceOutcome::postponed:
      return "postponed";
    case SourceOutcome::failed:
      return "failed";
    case SourceOutcome::kept_out:
      break;
  }
  return "kept-out";
}

}  // namespace pressmark
