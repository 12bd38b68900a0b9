// Taking posts out of the archive.
#pragma once

#include <span>
#include <string>

#include "indexer/archive/archive.h"
#include "indexer/archive/database.h"
#include "indexer/archive/job_log.h"
#include "indexer/archive/post_rows.h"
#include "indexer/archive/run.h"
#include "indexer/archive/source_posts.h"

namespace pressmark {

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
