// Counting what lies in a store.
#include "operations/store_stats.h"

#include <algorithm>
#include <chrono>
#include <filesystem>

#include "common/base/error.h"
#include "common/base/files.h"
#include "common/index/index_reader.h"
#include "common/index/outline.h"
#include "common/index/schema.h"
#include "indexer/archive/archive.h"

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
    for (ArchivedSource const& source : archive.sources()) {
      stats.sources.push_back({source.name, source.site, source.posts, source.state.last_success});
    }
    stats.archive_bytes = archive_bytes(layout.archive());
  }
  if (has_index) read_index(layout, stats);
  stats.index_bytes = size_on_disk(layout.index());
  return stats;
}

}  // namespace pressmark
