// The nightly job, and trying it out without leaving a trace.
#include "operations/reindex.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "common/base/error.h"
#include "common/base/time.h"
#include "common/strings/nearest_name.h"
#include "indexer/write/index_state.h"
#include "operations/change/job_settings.h"
#include "operations/change/read_sources.h"
#include "operations/change/scratch_store.h"
#include "operations/rollback_job.h"

namespace pressmark {
namespace {

// A document may be as large as the source that allows most.
FetchSettings fetch_settings(ReindexRequest const& request) {
  auto settings = fetch_settings(request.job.fetch);
  auto& largest = settings.limits.document_bytes;
  for (auto const& source : request.sources) largest = std::max(largest, source.max_bytes);
  return settings;
}

void require_sense(ReindexRequest const& request) {
  auto const known = gate_names();
  for (auto const& name : request.accepted) {
    if (std::ranges::find(known, name) != known.end()) continue;
    throw Error(ErrorCode::usage, "there is no gate \"" + name + '"', hint_among(name, known));
  }
  if (request.sources.empty() && !request.is_full && !request.resumes) {
    throw Error(ErrorCode::usage, "no source is configured, and none is named",
                "name one, or list them in the configuration: pressmark init writes one");
  }
}

// A failure that may pass by itself is not told until a source has failed too often in a row.
void tolerate(std::size_t patience, IntakeReport& intake) {
  std::map<std::string_view, std::size_t> failures;
  for (auto const& [name, state] : intake.states) failures[name] = state.failures;
  for (auto& source : intake.sources) {
    if (!source.failure || source.outcome == SourceOutcome::kept_out) continue;
    auto const known = failures.find(source.name);
    source.is_tolerated = known != failures.end() && known->second <= patience;
  }
}

class ReindexJob {
 public:
  ReindexJob(StoreLayout const& layout, ReindexRequest const& request)
      : layout_(layout),
        request_(request),
        gates_(request.job.gates, request.weights, request.accepted),
        change_(layout, "reindex", request.now),
        intake_([this]() -> Archive& { return change_.archive(); },
                {.limits = request.limits,
                 .now = request.now,
                 .progress = request.progress,
                 .should_stop = request.should_stop,
                 .gates = {request.job.gates.source_share, request.accepted},
                 .is_dry_run = request.is_dry_run}) {
    report_.accepted = request.accepted;
    report_.is_dry_run = request.is_dry_run;
  }

  JobReport run() {
    auto const start = std::chrono::steady_clock::now();
    change_.archive().set_retention(std::chrono::days(request_.job.limits.version_days));
    auto const hold = end_or_respect_hold();
    auto const work = [&] {
      if (!request_.is_full && !hold) read();
      if (!request_.is_dry_run) bring_up_to_date();
    };
    if (request_.is_dry_run) {
      work();
    } else {
      change_.run(work, intake_.report().states);
    }
    if (hold) throw Error(ErrorCode::gate_failed, hold_text(*hold), kResumeHint);
    report_.index.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (!request_.is_dry_run) finish();
    return std::move(report_);
  }

 private:
  // What was rolled back would come again when its source is next read. The index follows the archive all the
  // same: the rollback may have died before it came to that.
  std::optional<Hold> end_or_respect_hold() {
    auto const hold = change_.archive().hold();
    if (!hold || request_.is_full) return std::nullopt;
    if (!request_.resumes) return hold;
    if (!request_.is_dry_run) change_.archive().resume();
    return std::nullopt;
  }

  void read() {
    WebOptions web;
    web.settings = fetch_settings(request_);
    web.contacts = request_.contacts;
    web.now = request_.now;
    web.should_stop = request_.should_stop;
    web.progress = request_.progress;
    read_sources(request_.sources, layout_, change_, std::move(web), intake_);
    tolerate(request_.job.fetch.patience, intake_.report());
    report_.index.take(intake_.report().sources, intake_.report());
  }

  // A gate that fails ends this step alone: what was read stays in the archive.
  void bring_up_to_date() {
    UpdateOptions options;
    options.rebuild = request_.is_full ? Rebuild::always : Rebuild::when_needed;
    options.progress = request_.progress;
    options.should_stop = request_.should_stop;
    divide_memory(request_.job.limits, options);
    options.gate = [this](Xapian::Database const& pending) {
      auto const live = inspect_live_index(layout_);
      gates_.judge(pending, live ? live->documents : 0, request_.now);
    };
    try {
      change_.publish(report_.index, options);
    } catch (Error const& error) {
      if (error.code() != ErrorCode::gate_failed) throw;
      keep_index(error);
    }
    report_.gates = gates_.reports();
  }

  void keep_index(Error const& why) {
    auto& index = report_.index;
    if (index.failure) index.note({index.failure->what(), {}});
    index.failure = why;
    auto const live = inspect_live_index(layout_);
    index.posts = live ? live->documents : 0;
    index.generation = live ? live->generation : "";
  }

  void finish() {
    auto const& index = report_.index;
    change_.finish({.error = index.failure ? index.failure->what() : "",
                    .report = request_.render ? request_.render(report_) : "",
                    .accepted_gates = request_.accepted,
                    .generation = index.generation},
                   intake_.report().states);
  }

  StoreLayout const& layout_;
  ReindexRequest const& request_;
  IndexGates gates_;
  StoreChange change_;
  SourceIntake intake_;
  JobReport report_;
};

// Elsewhere where there is no store, since none is to be made, and where the archive is of an earlier
// version, since to open it for writing would bring it to the present one.
JobReport try_out(StoreLayout const& layout, ReindexRequest const& request) {
  std::error_code unknown;  // opening will tell
  bool const is_missing = !std::filesystem::exists(layout.archive(), unknown) && !unknown;
  ScratchStore const scratch;
  bool const is_elsewhere = is_missing || copy_if_former(layout.archive(), scratch.layout().archive());
  return ReindexJob(is_elsewhere ? scratch.layout() : layout, request).run();
}

}  // namespace

JobReport reindex(StoreLayout const& layout, ReindexRequest const& request) {
  require_sense(request);
  if (request.is_full) require_archive(layout);
  return request.is_dry_run ? try_out(layout, request) : ReindexJob(layout, request).run();
}

}  // namespace pressmark
