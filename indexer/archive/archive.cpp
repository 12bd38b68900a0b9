// The archive's facade: opening, reading and handing changes to batches and removals.
#include "indexer/archive/archive.h"

#include <system_error>
#include <utility>

#include "common/base/error.h"
#include "common/base/files.h"
#include "indexer/archive/change/batch.h"
#include "indexer/archive/change/forget.h"
#include "indexer/archive/change/move.h"
#include "indexer/archive/change/post_rows.h"
#include "indexer/archive/change/restore.h"
#include "indexer/archive/change/rollback.h"
#include "indexer/archive/database/archive_schema.h"
#include "indexer/archive/database/database.h"
#include "indexer/archive/database/migrations.h"
#include "indexer/archive/database/post_columns.h"
#include "indexer/archive/job/job_log.h"
#include "indexer/archive/job/run.h"
#include "indexer/archive/job/source_states.h"

namespace pressmark {

namespace {

namespace fs = std::filesystem;

fs::path directory_of(fs::path const& path) {
  return fs::absolute(path).parent_path();
}

void make_directory(fs::path const& directory) {
  std::error_code error;
  fs::create_directories(directory, error);
  if (error) throw write_error(directory, error);
}

Database open_database(fs::path const& path, ArchiveAccess access) {
  if (access == ArchiveAccess::read_only) {
    Database database(path, OpenMode::read_only);
    check_schema(database);
    present_as_current(database);
    database.execute("PRAGMA query_only = ON");
    return database;
  }
  make_directory(directory_of(path));
  std::error_code unknown;  // opening will tell
  bool const is_new = !fs::exists(path, unknown);
  Database database(path, OpenMode::read_write);
  create_schema(database);
  check_schema(database);
  migrate(database);
  // WAL lets readers and the writer pass each other; FULL makes each commit reach the disk.
  database.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
  if (is_new) sync_directory(directory_of(path));
  return database;
}

// What SQLite's own check cannot know.
struct Invariant {
  char const* violation;  // SQL that gives rows where it is broken
  char const* what;
};

constexpr Invariant kInvariants[] = {
    {"SELECT 1 WHERE (SELECT count(*) FROM meta) <> 1", "there is not exactly one row in meta"},
    {"SELECT 1 WHERE (SELECT count(*) FROM hold) > 1", "there is more than one row in hold"},
    {"SELECT 1 FROM posts, meta WHERE change > last_change", "a post's change number was never given out"},
    {"SELECT 1 FROM tombstones, meta WHERE change > last_change",
     "a removal's change number was never given out"},
    {"SELECT 1 FROM tombstones JOIN posts USING (change)", "a post and a removal share a change number"},
    {"SELECT 1 FROM tombstones JOIN posts USING (id)", "a post is both live and removed"},
    {"SELECT 1 FROM source_posts WHERE post NOT IN (SELECT id FROM posts)",
     "a source holds a post that is not there"},
};

}  // namespace

struct Archive::Connection {
  explicit Connection(Database opened) : database(std::move(opened)), jobs(database) {}

  Database database;
  JobLog jobs;
};

bool copy_if_former(fs::path const& path, fs::path const& copy) {
  Database database(path, OpenMode::read_only);
  check_schema(database);
  if (archive_version(database) == kArchiveVersion) return false;
  Statement(database, "VACUUM INTO ?1").run(copy.string());
  return true;
}

Archive::Archive(fs::path const& path, ArchiveAccess access)
    : connection_(std::make_unique<Connection>(open_database(path, access))) {}

Archive::~Archive() = default;
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;

ArchiveBatch::ArchiveBatch(std::unique_ptr<Batch> batch) : batch_(std::move(batch)) {}
ArchiveBatch::~ArchiveBatch() = default;
ArchiveBatch::ArchiveBatch(ArchiveBatch&&) noexcept = default;
ArchiveBatch& ArchiveBatch::operator=(ArchiveBatch&&) noexcept = default;

void ArchiveBatch::add(Post const& post) {
  batch_->add(post);
}

ChangeCounts ArchiveBatch::commit(BatchOptions const& options) {
  auto const batch = std::move(batch_);  // its transaction ends here, whatever the gate throws
  return batch->commit(options);
}

std::string Archive::uuid() const {
  std::string uuid;
  Statement(connection_->database, "SELECT uuid FROM meta").first([&](Row const& row) {
    uuid = row.text(0);
  });
  return uuid;
}

std::int64_t Archive::last_change() const {
  return pressmark::last_change(connection_->database);
}

std::size_t Archive::size() const {
  std::size_t posts = 0;
  Statement(connection_->database, "SELECT count(*) FROM posts").first([&](Row const& row) {
    posts = row.count(0);
  });
  return posts;
}

std::size_t Archive::changes_after(std::int64_t change) const {
  std::size_t rows = 0;
  Statement(connection_->database,
            "SELECT (SELECT count(*) FROM posts WHERE change > ?1) + "
            "(SELECT count(*) FROM tombstones WHERE change > ?1)")
      .first([&](Row const& row) { rows = row.count(0); }, change);
  return rows;
}

ArchiveBatch Archive::begin(std::string const& source, Timestamp now) {
  return ArchiveBatch(std::make_unique<Batch>(connection_->database, connection_->jobs, source, now));
}

ChangeCounts Archive::apply(std::string const& source, std::span<Post const> posts, Timestamp now) {
  ArchiveBatch batch = begin(source, now);
  for (Post const& post : posts) batch.add(post);
  return batch.commit();
}

std::size_t Archive::remove(std::span<std::string const> ids, Timestamp now) {
  return remove_posts(connection_->database, connection_->jobs, ids, now);
}

Forgotten Archive::forget(std::span<std::string const> names, Timestamp now) {
  return forget_posts(connection_->database, connection_->jobs, names, now);
}

Moved Archive::move(std::string const& from, std::string const& to, Timestamp now) {
  return move_posts(connection_->database, connection_->jobs, from, to, now);
}

ChangeCounts Archive::restore(NextPost const& next, Timestamp now) {
  return restore_posts(connection_->database, connection_->jobs, next, now);
}

// Both tables lie in the order of change numbers, so SQLite merges them without sorting. The
// outer statement holds the snapshot that the inner one reads from.
void Archive::visit_changes_after(std::int64_t change,
                                  std::function<void(ArchivedPost const&)> const& on_post,
                                  std::function<void(Tombstone const&)> const& on_removed) const {
  Statement post(connection_->database,
                 "SELECT " + std::string(kPostColumns) + " FROM posts WHERE change = ?1");
  Statement changes(connection_->database,
                    "SELECT change, id, 1 AS live FROM posts WHERE change > ?1 "
                    "UNION ALL SELECT change, id, 0 FROM tombstones WHERE change > ?1 ORDER BY change");
  changes.each(
      [&](Row const& row) {
        std::int64_t const at = row.integer(0);
        if (row.integer(2) == 0) {
          on_removed({row.text(1), at});
          return;
        }
        ArchivedPost archived{row.text(1), at, {}};
        post.first([&](Row const& columns) { archived.post = read_post(columns, 0); }, at);
        on_post(archived);
      },
      change);
}

void Archive::visit_posts(std::function<void(ArchivedPost const&)> const& on_post, ChangeRange range) const {
  Statement(connection_->database, "SELECT change, id, " + std::string(kPostColumns) +
                                       " FROM posts WHERE change > ?1 AND change <= ?2 ORDER BY change")
      .each([&](Row const& row) { on_post({row.text(1), row.integer(0), read_post(row, 2)}); }, range.after,
            range.last);
}

void Archive::visit_post_lengths(std::function<void(PostLength const&)> const& on_post) const {
  Statement(connection_->database, "SELECT change, length(html) + length(summary) FROM posts ORDER BY change")
      .each([&](Row const& row) { on_post({row.integer(0), row.count(1)}); });
}

std::int64_t Archive::begin_job(std::string command, Timestamp now) {
  return connection_->jobs.begin(std::move(command), now);
}

void Archive::finish_job(std::int64_t id, JobEnd const& end, std::span<NamedSourceState const> states) {
  Transaction transaction(connection_->database);
  write_source_states(connection_->database, states);
  connection_->jobs.finish(id, end);
  transaction.commit();
}

std::vector<JobRecord> Archive::jobs(std::size_t limit) const {
  return read_jobs(connection_->database, limit);
}

RolledBack Archive::rollback(std::optional<std::int64_t> job, Timestamp now) {
  return roll_back(connection_->database, connection_->jobs, job, now);
}

std::optional<Hold> Archive::hold() const {
  return read_hold(connection_->database);
}

void Archive::resume() {
  end_hold(connection_->database);
}

void Archive::set_retention(std::chrono::days retention) {
  connection_->jobs.set_retention(retention);
}

std::vector<ArchivedSource> Archive::sources() const {
  return read_sources(connection_->database);
}

SourceState Archive::source_state(std::string const& name) const {
  return read_source_state(connection_->database, name);
}

void Archive::save_source_states(std::span<NamedSourceState const> states) {
  Transaction transaction(connection_->database);
  write_source_states(connection_->database, states);
  transaction.commit();
}

std::optional<PageState> Archive::page(std::string const& source, std::string const& url) const {
  return read_page(connection_->database, source, url);
}

void Archive::visit_pages(std::string const& source,
                          std::function<void(PageState const&)> const& on_page) const {
  pressmark::visit_pages(connection_->database, source, on_page);
}

void Archive::save_pages(std::string const& source, std::span<PageState const> pages) {
  Transaction transaction(connection_->database);
  write_pages(connection_->database, source, pages);
  transaction.commit();
}

std::vector<std::string> Archive::verify() const {
  std::vector<std::string> faults;
  try {
    Statement(connection_->database, "PRAGMA integrity_check").each([&](Row const& row) {
      if (std::string fault = row.text(0); fault != "ok") faults.push_back(std::move(fault));
    });
    Statement(connection_->database, "PRAGMA foreign_key_check").each([&](Row const& row) {
      faults.push_back("a row of " + row.text(0) + " refers to none of " + row.text(2));
    });
    for (auto const& [violation, what] : kInvariants) {
      if (Statement(connection_->database, violation).any()) faults.emplace_back(what);
    }
  } catch (Error const& error) {
    if (error.code() != ErrorCode::store_damaged) throw;
    faults.emplace_back(error.what());
  }
  return faults;
}

std::string archive_library() {
  return "SQLite " + sqlite_version();
}

}  // namespace pressmark
