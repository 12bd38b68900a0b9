// Posts, back to what they were before a job.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>

#include "indexer/archive/change/aliases.h"
#include "indexer/archive/change/post_rows.h"
#include "indexer/archive/database/database.h"
#include "indexer/archive/job/run.h"
#include "indexer/archive/model/job.h"

namespace pressmark {

// A job that is about to be undone.
struct PastJob {
  std::int64_t id = 0;
  std::set<std::int64_t> runs;    // not empty
  std::int64_t first_change = 0;  // the first change number that the job may have given out
  bool is_rollback = false;       // of a job that is undone because of it
};

// Works within `run`, which, like `job`, must outlive it.
class PostRollback {
 public:
  PostRollback(Database& database, Run& run, PastJob const& job);

  // Every post that the job touched.
  void undo();

  // Whether a later job has had its say on the post, so that it stays as it is.
  [[nodiscard]] bool is_kept(std::string const& id) const { return kept_.contains(id); }
  [[nodiscard]] bool is_live(std::string const& id) { return live_.any(id); }
  [[nodiscard]] RolledBack const& result() const noexcept { return result_; }

 private:
  void undo(std::string const& id);
  [[nodiscard]] bool is_changed_later(std::string const& id);
  void keep(std::string const& id);
  void bring_back(std::string const& id, std::optional<Post> const& live, Post const& before);

  Run& run_;
  PastJob const& job_;
  RolledBack result_;
  std::set<std::string> kept_;
  PostRows rows_;
  Aliases aliases_;
  Removal removal_;
  Statement touched_;
  Statement writer_;
  Statement undone_from_;
  Statement writer_before_;
  Statement before_;
  Statement live_;
  Statement address_;
  Statement forgotten_;
  Statement drop_aliases_;
};

}  // namespace pressmark
