// Deciding between nothing, an update and a rebuild; and the update.
#include "indexer/write/index_writer.h"

#include <filesystem>
#include <utility>

#include "common/base/files.h"
#include "common/index/index_errors.h"
#include "indexer/write/document_builder.h"
#include "indexer/write/document_writer.h"
#include "indexer/write/generation.h"
#include "indexer/write/live_index.h"
#include "indexer/write/writable_database.h"

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

// Everything or nothing: what was not committed is undone, whoever throws.
class Transaction {
 public:
  explicit Transaction(Xapian::WritableDatabase& database) : database_(database) {
    database_.begin_transaction();
  }
  ~Transaction() {
    if (!is_open_) return;
    try {
      database_.cancel_transaction();
    } catch (Xapian::Error const&) {
      // Nothing was committed; what caused this is on its way already.
    }
  }
  Transaction(Transaction const&) = delete;
  Transaction& operator=(Transaction const&) = delete;

  void commit() {
    database_.commit_transaction();
    is_open_ = false;
  }

 private:
  Xapian::WritableDatabase& database_;
  bool is_open_ = true;
};

IndexUpdate update_generation(StoreLayout const& layout, LiveIndex const& live, Archive const& archive,
                              UpdateOptions const& options) {
  auto database = open_for_writing(layout.generation(live.generation), Xapian::DB_OPEN,
                                   posts_per_flush(layout, archive.size()));
  Transaction transaction(database);
  DocumentWriter writer(database, {archive.changes_after(live.change), options.progress});
  archive.visit_changes_after(
      live.change, [&](ArchivedPost const& post) { writer.put(post); },
      [&](Tombstone const& tombstone) { writer.remove(tombstone.id); });
  writer.finish(archive);
  if (options.gate) options.gate(database);
  transaction.commit();
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
