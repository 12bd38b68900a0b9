// Posts in the archive's tables: put there, replaced, and taken out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "indexer/archive/change/source_posts.h"
#include "indexer/archive/database/database.h"
#include "indexer/archive/job/job_log.h"
#include "indexer/archive/job/run.h"
#include "indexer/archive/model/archived_post.h"

namespace pressmark {

// Inserts and replaces rows of `posts`. Works inside the caller's transaction.
class PostRows {
 public:
  explicit PostRows(Database& database);

  // Writes `archived` as the only live row of its id; a tombstone of it goes.
  void put(ArchivedPost const& archived, std::int64_t run);
  // Keeps the live row of `id` among the versions, marked with what replaces it.
  void keep_replaced(std::string const& id, std::int64_t run, Timestamp time);
  // Takes the live row of `id` out, leaving a tombstone with `change`; it stays among the versions.
  void bury(std::string const& id, std::int64_t change, std::int64_t run, Timestamp time);

 private:
  Statement keep_;
  Statement delete_;
  Statement insert_;
  Statement insert_tombstone_;
  Statement delete_tombstone_;
};

// Removes posts within a run, which must outlive it.
class Removal {
 public:
  Removal(Database& database, Run& run);

  // Leaves a tombstone and keeps the versions. False if `id` names no live post.
  bool remove(std::string const& id);

 private:
  Run& run_;
  PostRows rows_;
  Statement is_live_;
  SourcePosts source_posts_;
};

// Archive::remove(). One transaction.
std::size_t remove_posts(Database& database, JobLog& jobs, std::span<std::string const> ids, Timestamp now);

}  // namespace pressmark
