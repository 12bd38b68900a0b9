// The way of posts from their sources to the index.
#include "operations/index_sources.h"

#include <chrono>

#include "indexer/archive/archive.h"
#include "indexer/parse/parse.h"
#include "indexer/source/source.h"
#include "indexer/write/store_lock.h"
#include "operations/store_access.h"

namespace pressmark {

namespace {

struct ParsedSource {
  std::string name;
  Feed feed;
};

std::vector<ParsedSource> read_all(std::vector<std::string> const& names, InputLimits const& limits) {
  std::vector<ParsedSource> sources;
  sources.reserve(names.size());
  for (std::string const& name : names) {
    SourceBytes const source = read_source(name, limits);
    sources.push_back({source.name, parse_source(source.bytes, {.source = source.name, .limits = limits})});
  }
  return sources;
}

void apply(Archive& archive, ParsedSource const& source, Timestamp now, IndexReport& report) {
  ChangeCounts const counts = archive.apply(source.name, source.feed.posts, now);
  report.added += counts.added;
  report.changed += counts.changed;
  report.unchanged += counts.unchanged;
  report.removed += counts.removed;
  report.skipped += source.feed.skipped + counts.forgotten;
  for (Problem const& problem : source.feed.problems) report.note(problem);
}

}  // namespace

IndexReport index_sources(StoreLayout const& layout, std::vector<std::string> const& sources,
                          InputLimits const& limits, Timestamp now, ReportProgress const& progress) {
  auto const start = std::chrono::steady_clock::now();
  std::vector<ParsedSource> const parsed = read_all(sources, limits);

  StoreLock const lock(layout.root);
  Archive archive(layout.archive(), ArchiveAccess::read_write);
  IndexReport report;
  for (ParsedSource const& source : parsed) apply(archive, source, now, report);

  publish(layout, archive, report, progress);
  report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return report;
}

}  // namespace pressmark
