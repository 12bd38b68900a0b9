// Takes figures from the archive and from the live generation, without changing either.
#include "operations/store_stats.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <limits>

#include "common/base/error.h"
#include "common/base/files.h"
#include "common/index/index_reader.h"
#include "common/index/outline.h"
#include "common/index/schema.h"
#include "indexer/archive/archive.h"
#include "operations/change/store_change.h"

namespace pressmark {

namespace {

namespace fs = std::filesystem;

// Calls `on_value` with each document's value in `slot`.
template <typename OnValue>
void each_value(Xapian::Database const& database, unsigned slot, OnValue&& on_value) {
  auto const end = database.valuestream_end(slot);
  for (auto value = database.valuestream_begin(slot); value != end; ++value) on_value(*value);
}

std::size_t count_sections(Xapian::Database const& database) {
  std::size_t sections = 0;
  each_value(database, slot::kOutline,
             [&](std::string const& packed) { sections += unpack_outline(packed).sections.size(); });
  return sections;
}

// Xapian's own bounds of a slot may be those of documents that are gone.
void read_period(Xapian::Database const& database, StoreStats& stats) {
  stats.oldest.reset();
  stats.newest.reset();
  each_value(database, slot::kPublished, [&](std::string const& packed) {
    auto const seconds = static_cast<std::int64_t>(Xapian::sortable_unserialise(packed));
    Timestamp const published{std::chrono::seconds(seconds)};
    stats.oldest = std::min(stats.oldest.value_or(published), published);
    stats.newest = std::max(stats.newest.value_or(published), published);
  });
}

void read_index(StoreLayout const& layout, StoreStats& stats) {
  IndexReader(layout).read([&](Xapian::Database const& database, IndexInfo const& info) {
    stats.posts = database.get_doccount();
    stats.sections = count_sections(database);
    stats.generation = info.generation;
    stats.format = info.format;
    stats.languages = info.languages;
    read_period(database, stats);
  });
}

// Changes that a writer has not yet moved into the file lie in the log beside it.
std::uintmax_t archive_bytes(fs::path const& archive) {
  return size_on_disk(archive) + size_on_disk(archive.native() + "-wal");
}

std::vector<SourceStats> sources_of(Archive const& archive) {
  std::vector<SourceStats> sources;
  for (ArchivedSource const& source : archive.sources()) {
    auto const& state = source.state;
    sources.push_back({source.name, source.site, source.posts, state.last_success, state.announced,
                       state.failures, state.is_complete});
  }
  return sources;
}

}  // namespace

StoreStats store_stats(StoreLayout const& layout) {
  std::error_code unknown;
  bool const has_archive = fs::exists(layout.archive(), unknown);
  bool const has_index = current_generation(layout).has_value();
  if (!has_archive && !has_index) {
    throw Error(ErrorCode::store_missing, "there is no store at " + layout.root.string(),
                "index a source first, or name another store");
  }
  StoreStats stats;
  if (has_archive) {
    Archive const archive(layout.archive(), ArchiveAccess::read_only);
    stats.posts = archive.size();
    stats.sources = sources_of(archive);
    stats.archive_bytes = archive_bytes(layout.archive());
  }
  if (has_index) read_index(layout, stats);
  stats.index_bytes = size_on_disk(layout.index());
  return stats;
}

std::vector<SourceStats> source_stats(StoreLayout const& layout) {
  return sources_of(Archive(layout.archive(), ArchiveAccess::read_only));
}

std::vector<JobRecord> store_jobs(StoreLayout const& layout) {
  require_archive(layout);
  return Archive(layout.archive(), ArchiveAccess::read_only).jobs(std::numeric_limits<std::size_t>::max());
}

}  // namespace pressmark
