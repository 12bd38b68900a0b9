// The archive: every post as published, in SQLite. The source of truth; the index is rebuilt
// from it at any time.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "common/base/post.h"
#include "indexer/archive/model/archived_post.h"
#include "indexer/archive/model/change_counts.h"
#include "indexer/archive/model/changes.h"
#include "indexer/archive/model/job.h"
#include "indexer/archive/model/source_state.h"

namespace pressmark {

class Batch;

// The posts of one source on their way into the archive (Archive::begin()). Memory does not grow
// with their number. Nothing of it happens unless commit() is reached. Must not outlive its
// Archive, which writes nothing else meanwhile.
class ArchiveBatch {
 public:
  ~ArchiveBatch();
  ArchiveBatch(ArchiveBatch&&) noexcept;
  ArchiveBatch& operator=(ArchiveBatch&&) noexcept;

  void add(Post const& post);                             // `post` must have a guid
  ChangeCounts commit(BatchOptions const& options = {});  // the last call, whether or not it throws

 private:
  friend class Archive;
  explicit ArchiveBatch(std::unique_ptr<Batch> batch);
  std::unique_ptr<Batch> batch_;
};

enum class ArchiveAccess { read_only, read_write };

// Copies an archive of an earlier version as it is, for those who may not change it; false where it is of
// the present one, and nothing is copied. Throws as Archive does.
[[nodiscard]] bool copy_if_former(std::filesystem::path const& path, std::filesystem::path const& copy);

// One connection. Not thread-safe. Every writing call is one durable transaction: after a crash
// it has happened wholly or not at all. Readers see the archive as it was when their call began
// and neither wait for a writer nor stop it. Throws Error{disk_full}, Error{store_unwritable},
// Error{store_damaged}, Error{store_newer}, Error{store_missing}, and Error{store_locked} if
// another process writes without the StoreLock.
//
// The file is in SQLite's WAL mode. While a process has it open, `-wal` and `-shm` lie beside it
// and belong to it; the last one to close removes them, so an archive at rest is one file that
// can be copied. A log that a killed process left stays for the next writer: readers never touch
// the file itself. It is readable in a directory that is not writable, too.
//
// An archive of an earlier version becomes one of the present version when it is opened for
// read_write, in one transaction; read_only reads it as it is.
class Archive {
 public:
  // Opens the archive; creates it, with its directory, for read_write.
  Archive(std::filesystem::path const& path, ArchiveAccess access);
  ~Archive();
  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;

  // Identifies this archive for life; a copy keeps it, a new archive gets another.
  [[nodiscard]] std::string uuid() const;
  // The highest change number given out; 0 for an empty archive.
  [[nodiscard]] std::int64_t last_change() const;
  [[nodiscard]] std::size_t size() const;  // live posts
  // How many rows visit_changes_after() would visit.
  [[nodiscard]] std::size_t changes_after(std::int64_t change) const;

  // Begins to add and update the posts of one source, in one transaction. Of two posts with one
  // identity the last counts.
  // - A post is known by (site, guid) and replaced by what the source now says of it; fields the
  //   source leaves empty stay if another source holds the post, too.
  // - A post new by that, with the canonical URL of a live one, merges into it: it fills fields
  //   that are empty, adds categories, and replaces the content only by a longer one. Posts that
  //   `source` itself distinguishes by guid do not merge; a post of which it changed the guid
  //   alone is the same post and keeps its id.
  // - A source that says what it said the last time changes nothing, whatever others said in
  //   between. When all do, nothing is written.
  // Replaced versions are kept for a while (set_retention()), marked with the run.
  [[nodiscard]] ArchiveBatch begin(std::string const& source, Timestamp now);

  // The same for posts that are all at hand.
  ChangeCounts apply(std::string const& source, std::span<Post const> posts, Timestamp now);

  // Removes live posts by id, leaving tombstones; other ids are passed over. The versions are
  // kept for a while; a source that still has the post brings it back. Returns how many went.
  std::size_t remove(std::span<std::string const> ids, Timestamp now);

  // Removes the posts with these URLs or ids, with their versions, and keeps them out from now on:
  // the URL under any guid, and each of the posts under any identity it had. A URL that no post has
  // now means the posts that had it before. What is deleted is overwritten in the file.
  Forgotten forget(std::span<std::string const> names, Timestamp now);

  // Puts `to` in the place of `from`, addresses or their beginnings (url_prefix.h), in the URL of
  // every live post under `from`, and likewise in its guid and site. Ids stay, and a source that
  // brings the posts under new guids or at either address brings the same posts. A post whose
  // target is another post's address stays where it is. Throws Error{usage} for what is no address.
  Moved move(std::string const& from, std::string const& to, Timestamp now);

  // Takes posts back as visit_posts() gave them, in one transaction, one in memory at a time. Each
  // replaces the live post with its id. Nothing that `forget` keeps out comes back. An archive that
  // never held anything keeps their change numbers as far as they ascend; others give them new ones
  // in the same order. If `next` throws, the whole is undone.
  ChangeCounts restore(NextPost const& next, Timestamp now);

  // Begins a job of `command`, to which all changes belong until finish_job(). Writes nothing yet: the
  // job's row is made with its first change and stays unfinished if the process is killed. Returns
  // the job's id. The caller holds the StoreLock. Each change outside any job is a job of its own.
  std::int64_t begin_job(std::string command, Timestamp now);

  // Ends the job begun last and notes what fetching its sources told, in one transaction. This
  // leaves a row even of a job that changed nothing. Jobs beyond the newest 1,000 are dropped.
  void finish_job(std::int64_t id, JobEnd const& end, std::span<NamedSourceState const> states = {});

  // The newest jobs, newest first, at most 1,000.
  [[nodiscard]] std::vector<JobRecord> jobs(std::size_t limit) const;

  // Undoes what a job did to posts: those it added are removed, those it replaced get their former
  // content, and those it removed come back with their ids. Posts that a later job changed stay as they
  // are, and nothing that `forget` keeps out comes back.
  //
  // What the sources said last is put back, too, and their validators are dropped. So what was undone
  // is new again when they are next read; therefore the archive is on hold() until resume().
  //
  // A rollback is itself a job or part of one, and can be undone. Without `job` it undoes the newest one
  // that changed anything, is not undone and is no rollback. Throws Error{usage} if there is no such
  // job, if it is undone already, or if its versions are gone.
  RolledBack rollback(std::optional<std::int64_t> job, Timestamp now);

  // Since the last rollback; nothing after resume(). Whoever reads sources respects it.
  [[nodiscard]] std::optional<Hold> hold() const;
  void resume();

  // How long replaced and removed versions are kept, 30 days if not set. Counts for this connection.
  void set_retention(std::chrono::days retention);

  // Live posts and tombstones with a change number above `change`, in the order of change numbers,
  // as of one instant. Rows are read one by one; the callbacks must not write to this Archive.
  void visit_changes_after(std::int64_t change, std::function<void(ArchivedPost const&)> const& on_post,
                           std::function<void(Tombstone const&)> const& on_removed) const;

  // Live posts, oldest change first; those with a change number in `range`.
  void visit_posts(std::function<void(ArchivedPost const&)> const& on_post, ChangeRange range = {}) const;

  // Live posts by their lengths alone, in the order of change numbers. Reads the whole file.
  void visit_post_lengths(std::function<void(PostLength const&)> const& on_post) const;

  // By name. A source is known once it has brought a post or its state was saved.
  [[nodiscard]] std::vector<ArchivedSource> sources() const;

  // What is known of a source, nothing if it is not known itself.
  [[nodiscard]] SourceState source_state(std::string const& name) const;
  void save_source_states(std::span<NamedSourceState const> states);

  // What is known of the pages of a crawled source; visit_pages() goes by URL.
  [[nodiscard]] std::optional<PageState> page(std::string const& source, std::string const& url) const;
  void visit_pages(std::string const& source, std::function<void(PageState const&)> const& on_page) const;
  // Adds and replaces by URL.
  void save_pages(std::string const& source, std::span<PageState const> pages);

  // Checks the file's structure and that its tables agree. Returns what is wrong, nothing if all
  // is well. Reads the whole file.
  [[nodiscard]] std::vector<std::string> verify() const;

 private:
  struct Connection;
  std::unique_ptr<Connection> connection_;
};

// The library that stores the archive, with its version: "SQLite 3.40.1".
[[nodiscard]] std::string archive_library();

}  // namespace pressmark
