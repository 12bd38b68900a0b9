// `pressmark reindex`: the nightly job.
#include <chrono>

#include "cli/commands.h"
#include "cli/job_records.h"
#include "cli/long_work.h"
#include "cli/source_selection.h"
#include "operations/reindex.h"
#include "present/reports/index_report.h"
#include "present/reports/job_report.h"
#include "present/status.h"

namespace pressmark {

namespace {

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

}  // namespace

int run_command(ReindexOptions const& options, Context& context) {
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

}  // namespace pressmark
