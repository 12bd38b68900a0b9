// One source's posts into the archive.
#pragma once

#include <optional>
#include <string>

#include "indexer/archive/change/aliases.h"
#include "indexer/archive/change/post_rows.h"
#include "indexer/archive/change/source_posts.h"
#include "indexer/archive/change/staged_posts.h"
#include "indexer/archive/database/database.h"
#include "indexer/archive/job/job_log.h"
#include "indexer/archive/job/run.h"
#include "indexer/archive/model/changes.h"

namespace pressmark {

// Behind ArchiveBatch: one transaction from construction to commit().
class Batch {
 public:
  Batch(Database& database, JobLog& jobs, std::string source, Timestamp now);

  void add(Post const& post);
  ChangeCounts commit(BatchOptions const& options);

 private:
  // The live row that a published post belongs to.
  struct Target {
    std::string id;
    bool merges = false;  // adds to the row, which another source speaks for, instead of replacing it
  };

  // A live row with the published post's address.
  struct Twin {
    std::string id;
    std::string site;
    std::string title;
  };

  void take(StagedPost const& staged);
  [[nodiscard]] std::optional<Target> find_target(Post const& post, std::string const& identity);
  [[nodiscard]] std::optional<Target> match(Twin const& twin, Post const& post, std::string const& identity);
  void insert(Post const& post, std::string const& identity);
  void update(Target const& target, Post const& published);
  void remove_left_out();
  void remove_at(std::string const& url);
  void let_go(std::string const& identity, std::string const& post);
  [[nodiscard]] Post read_live(std::string const& id);

  std::string source_;
  std::string site_;  // of the first post
  Run run_;
  StagedPosts staged_;
  BatchEffect effect_;
  PostRows rows_;
  Aliases aliases_;
  SourcePosts source_posts_;
  Removal removal_;
  Statement forgotten_;
  Statement is_live_;
  Statement live_;
  Statement twins_;
  Statement held_;
  Statement held_elsewhere_;
  Statement owned_elsewhere_;
  Statement held_at_;
};

}  // namespace pressmark
