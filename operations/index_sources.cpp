// Reads sources into the archive, then brings the index up to date.
#include "operations/index_sources.h"

#include <chrono>
#include <utility>

#include "common/base/error.h"
#include "common/url/url.h"
#include "operations/change/read_sources.h"
#include "operations/change/store_change.h"
#include "operations/rollback_job.h"

namespace pressmark {
namespace {

// Of a source that was named by hand only the general limits hold.
Source named_source(std::string const& name, InputLimits const& limits) {
  Source source;
  if (is_web_url(name)) {
    source.url = name;
  } else {
    source.path = name;
  }
  source.max_bytes = limits.source_bytes;
  source.max_posts = limits.max_posts;
  return source;
}

// Whoever names a source wants it read now.
WebOptions web_options(IndexingOptions const& options, Timestamp now) {
  WebOptions web;
  web.settings = options.fetch;
  web.now = now;
  web.progress = options.update.progress;
  web.should_stop = options.update.should_stop;
  web.is_unconditional = true;
  return web;
}

// The first one is told as the report's failure.
void note_further_failures(std::vector<SourceReport> const& sources, IndexReport& report) {
  bool is_first = true;
  for (auto const& source : sources) {
    if (source.failure && !std::exchange(is_first, false)) report.note({source.failure->what(), {}});
  }
}

// Naming a source is a person's decision, so a hold does not stand in its way.
void note_hold(Archive const& archive, IndexReport& report) {
  if (auto const hold = archive.hold()) report.note({hold_text(*hold) + " by pressmark reindex", {}});
}

}  // namespace

IndexReport index_sources(StoreLayout const& layout, std::vector<std::string> const& names,
                          InputLimits const& limits, Timestamp now, IndexingOptions const& options) {
  auto const start = std::chrono::steady_clock::now();
  std::vector<Source> sources;
  for (auto const& name : names) sources.push_back(named_source(name, limits));

  StoreChange change(layout, "index", now);
  SourceIntake intake([&]() -> Archive& { return change.archive(); },
                      {.limits = limits,
                       .now = now,
                       .progress = options.update.progress,
                       .should_stop = options.update.should_stop});
  IndexReport report;
  change.run(
      [&] {
        read_sources(sources, layout, change, web_options(options, now), intake);
        note_further_failures(intake.report().sources, report);
        report.take(intake.report().sources, intake.report());
        if (report.failure && report.read_sources() == 0) throw Error(*report.failure);
        note_hold(change.archive(), report);
        change.publish(report, options.update);
      },
      intake.report().states);
  change.finish({.error = report.failure ? report.failure->what() : "", .generation = report.generation},
                intake.report().states);
  report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return report;
}

}  // namespace pressmark
