// The way of posts from their sources to the index.
#include "operations/index_sources.h"

#include <chrono>
#include <utility>

#include "common/base/error.h"
#include "common/url/url.h"
#include "operations/read_sources.h"
#include "operations/rollback_job.h"
#include "operations/store_access.h"

namespace pressmark {
namespace {

// Of a source that was named by hand only the general limits hold.
ConfiguredSource named_source(std::string const& name, InputLimits const& limits) {
  ConfiguredSource source;
  if (is_web_url(name)) {
    source.url = name;
  } else {
    source.path = name;
  }
  source.max_megabytes = static_cast<double>(limits.source_bytes) / (1 << 20);
  source.max_posts = limits.max_posts;
  return source;
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
  std::vector<ConfiguredSource> sources;
  for (auto const& name : names) sources.push_back(named_source(name, limits));

  OpenStore store(layout, "index", now);
  SourceIntake intake([&]() -> Archive& { return store.archive(); },
                      {.limits = limits,
                       .now = now,
                       .progress = options.update.progress,
                       .should_stop = options.update.should_stop});
  IndexReport report;
  try {
    WebOptions web;
    web.settings = options.fetch;
    web.now = now;
    web.progress = options.update.progress;
    web.should_stop = options.update.should_stop;
    web.is_unconditional = true;
    read_sources(sources, layout, store, web, intake);
    note_further_failures(intake.report().sources, report);
    report.take(intake.report().sources, intake.report());
    if (report.failure && report.read_sources() == 0) throw Error(*report.failure);
    note_hold(store.archive(), report);
    publish(layout, store.archive(), report, options.update);
  } catch (Error const& error) {
    store.fail(error, intake.report().states);
    throw;
  }
  store.job().finish({.error = report.failure ? report.failure->what() : "", .generation = report.generation},
                     intake.report().states);
  report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return report;
}

}  // namespace pressmark
