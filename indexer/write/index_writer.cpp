// Decides whether to do nothing, update or rebuild, and makes the update.
#include "indexer/write/index_writer.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <xapian.h>

#include "common/base/error.h"
#include "common/base/files.h"
#include "common/index/index_errors.h"
#include "indexer/write/document_builder.h"
#include "indexer/write/document_pipeline.h"
#include "indexer/write/document_writer.h"
#include "indexer/write/generation.h"
#include "indexer/write/index_state.h"
#include "indexer/write/shards.h"

namespace pressmark {
namespace {

bool belongs_to(LiveIndex const& live, Archive const& archive) {
  return live.format == index_format() && live.archive_uuid == archive.uuid();
}

bool reflects(LiveIndex const& live, Archive const& archive) {
  return belongs_to(live, archive) && live.change == archive.last_change() &&
         live.documents == archive.size();
}

// Whether applying the changes after it leads from `live` to the state of `archive`.
bool precedes(LiveIndex const& live, Archive const& archive) {
  return belongs_to(live, archive) && live.change < archive.last_change();
}

// Of threads beside the one that writes. Building a document takes less than writing it, so that more
// would wait; a handful of posts takes less than starting a thread.
std::size_t building_threads(unsigned wanted, std::size_t rows) {
  constexpr std::size_t kFewestRows = 16;
  constexpr std::size_t kMost = 2;
  return rows < kFewestRows ? 0 : std::min(usable_threads(wanted) - 1, kMost);
}

// Applies the changes after `change` to what `writer` writes to.
void apply_changes(Archive const& archive, std::int64_t change, DocumentWriter& writer,
                   UpdateOptions const& options) {
  auto const rows = archive.changes_after(change);
  RowWatch watch(options, rows);
  DocumentPipeline pipeline(building_threads(options.threads, rows), [&](BuiltDocument const& built) {
    writer.put(built);
    watch.row_done();
  });
  archive.visit_changes_after(
      change, [&](ArchivedPost const& post) { pipeline.add(post); },
      [&](Tombstone const& tombstone) {
        writer.remove(tombstone.id);
        watch.row_done();
      });
  pipeline.finish();
  watch.publishing();
}

IndexUpdate update_generation(StoreLayout const& layout, LiveIndex const& live, Archive const& archive,
                              UpdateOptions const& options) {
  auto const memory_bytes = options.memory_bytes == 0 ? kMemoryOfThread : options.memory_bytes;
  auto const generation = layout.generation(live.generation);
  auto database =
      open_for_writing(generation, Xapian::DB_OPEN, posts_per_flush(layout, archive.size(), memory_bytes));
  IndexTransaction transaction(database);
  DocumentWriter writer(database);
  apply_changes(archive, live.change, writer, options);
  require_every_post(database, archive);
  update_boilerplate(database, writer.smallest_id());
  write_metadata(database, database, archive);
  if (options.gate) options.gate(database);
  stop_if_asked(options.should_stop);
  transaction.commit();
  // Xapian renames a file there last, and leaves it to chance whether a power cut undoes that.
  sync_directory(generation);
  return {.rebuilt = false,
          .published = true,
          .documents = database.get_doccount(),
          .put = writer.put_count(),
          .removed = writer.removed_count(),
          .problems = writer.take_problems()};
}

IndexUpdate bring_up_to_date(StoreLayout const& layout, Archive const& archive,
                             UpdateOptions const& options) {
  remove_unfinished_builds(layout);
  auto const live = inspect_live_index(layout);
  if (options.rebuild == Rebuild::when_needed && live && reflects(*live, archive)) {
    IndexUpdate nothing_to_do;
    nothing_to_do.documents = live->documents;
    return nothing_to_do;
  }
  if (options.rebuild == Rebuild::when_needed && live && precedes(*live, archive)) {
    return update_generation(layout, *live, archive, options);
  }
  return publish_new_generation(layout, archive, options);
}

}  // namespace

IndexUpdate update_index(StoreLayout const& layout, Archive const& archive, UpdateOptions const& options) {
  try {
    return with_index_errors([&] { return bring_up_to_date(layout, archive, options); });
  } catch (std::filesystem::filesystem_error const& error) {
    throw write_error(error.path1(), error.code());
  }
}

}  // namespace pressmark
