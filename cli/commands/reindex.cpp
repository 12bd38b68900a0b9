// `pressmark reindex`: the nightly job.
#include "operations/reindex.h"

#include <chrono>
#include <cstdint>

#include "cli/commands/commands.h"
#include "cli/commands/job_records.h"
#include "cli/process/long_work.h"
#include "cli/syntax/settings.h"
#include "cli/syntax/shared_options.h"
#include "cli/syntax/source_selection.h"
#include "common/base/error.h"
#include "present/reports/index_report.h"
#include "present/reports/job_report.h"
#include "present/status.h"

namespace pressmark {

namespace {

struct ReindexOptions {
  Settings settings;
  std::vector<std::string> names;     // of sources; empty for all that are configured
  std::vector<std::string> accepted;  // gates
  std::string report;                 // a file, or empty for none
  bool is_full = false;
  bool is_dry_run = false;
  bool resumes = false;
  ReportFormat format = ReportFormat::text;
};

void refuse_contradictions(ReindexOptions const& options) {
  if (!options.is_full) return;
  if (!options.names.empty()) {
    throw Error(ErrorCode::usage, "--full rebuilds the index from the archive, and reads no SOURCE",
                "give one or the other");
  }
  if (options.is_dry_run || options.resumes) {
    throw Error(ErrorCode::usage,
                std::string("--full reads no source, so it does not go with ") +
                    (options.is_dry_run ? "--dry-run" : "--resume"),
                "give one or the other");
  }
}

ReindexRequest request_of(ReindexOptions const& options, LongWork& work, Timestamp now) {
  auto const& configuration = options.settings.configuration;
  ReindexRequest request;
  if (!options.is_full) request.sources = select_sources(configuration.sources, options.names);
  for (auto const& site : configuration.sites) request.contacts[site.id] = site.contact;
  request.job = configuration.job;
  request.weights = options.settings.weights;
  request.accepted = options.accepted;
  request.is_full = options.is_full;
  request.is_dry_run = options.is_dry_run;
  request.resumes = options.resumes;
  request.now = now;
  request.progress = work.progress();
  request.should_stop = work.should_stop();
  request.render = job_report_json;
  return request;
}

// Of a job that could not begin there is nothing to record, and the one at work records itself.
bool is_worth_recording(Error const& error) {
  return error.code() != ErrorCode::usage && error.code() != ErrorCode::store_locked;
}

JobReport run_job(ReindexOptions const& options, Context& context) {
  auto const& metrics = options.settings.configuration.job.limits.metrics;
  auto const record = [&](JobReport const& report) {
    write_job_records({options.report, metrics}, report, options.settings.layout(), context.now);
  };
  LongWork work(context);
  auto const start = std::chrono::steady_clock::now();
  JobReport report;
  try {
    report = reindex(options.settings.layout(), request_of(options, work, context.now));
  } catch (Error const& error) {
    work.finish(error.what());
    std::chrono::duration<double> const taken = std::chrono::steady_clock::now() - start;
    if (!is_worth_recording(error)) throw;
    try {
      record(failed_job(error, options.accepted, taken.count()));
    } catch (Error const& lost) {
      context.err << "warning: " << lost.what() << '\n';
    }
    throw;
  }
  work.finish(index_report_text(report.index));
  record(report);
  return report;
}

int run(ReindexOptions const& options, Context& context) {
  auto const report = run_job(options, context);
  if (options.format == ReportFormat::json) {
    context.out << job_report_json(report) << '\n';
  } else {
    context.out << job_report_text(report);
    context.err << job_warnings_text(report);
  }
  if (report.index.failure) throw Error(*report.index.failure);
  return kExitDone;
}

}  // namespace

int run_reindex(Arguments const& arguments, Context& context) {
  ReindexOptions options;
  Syntax syntax("reindex", "[OPTION]... [SOURCE]...",
                "The nightly job: fetches the configured sources, takes over what changed,\n"
                "checks the new index and publishes it.");
  syntax.operands("SOURCE", "only these: URL, path or site of configured ones, or others");
  syntax.flag("--full", options.is_full, "rebuild the index from the archive, reading no source");
  syntax.flag("--dry-run", options.is_dry_run, "tell what would change, and change nothing");
  syntax.flag("--resume", options.resumes, "read sources again after a rollback");
  syntax.values("--accept", "GATE", options.accepted, "publish although this gate fails; repeatable");
  syntax.value("--report", "FILE", options.report, "also write a report as JSON");
  declare_report_format(syntax, options.format);
  syntax.example("pressmark reindex --config pressmark.toml");
  syntax.example("pressmark reindex --dry-run https://example.org/feed.xml");
  syntax.example("pressmark reindex --full");
  auto const parsed = syntax.parse(arguments);
  if (parsed.help) return print_help(*parsed.help, context);
  options.names = parsed.operands;
  refuse_contradictions(options);
  options.settings = read_settings(syntax.given(), context.environment);
  return run(options, context);
}

}  // namespace pressmark
