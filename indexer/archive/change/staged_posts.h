// The posts of a batch until its end, in a temporary table.
#pragma once

#include <functional>
#include <string>

#include "common/base/post.h"
#include "indexer/archive/database/database.h"

namespace pressmark {

struct StagedPost {
  std::string identity;
  std::string said;  // content_hash() of the post
  bool said_before;  // by the same source: then `post` has its site, guid and URL alone
  Post post;
};

// What a post is to the archive can depend on what else its source holds, so none is taken before
// all are known. SQLite keeps the table in a file of its own: memory does not grow with it. Lives
// inside a transaction, which takes the table with it when it is rolled back.
class StagedPosts {
 public:
  explicit StagedPosts(Database& database);

  // Adds a post in the place of an earlier one with its identity.
  void put(StagedPost const& staged);
  [[nodiscard]] bool has(std::string const& identity);
  // In the order in which they were put.
  void each(std::function<void(StagedPost const&)> const& take);
  // The rows of `source_posts` whose identity `source` does not bring any more; `leave` may remove
  // them.
  void each_left_out(std::string const& source,
                     std::function<void(std::string const& identity, std::string const& post)> const& leave);
  void clear();

 private:
  Statement put_;
  Statement has_;
  Statement all_;
  Statement find_left_out_;
  Statement left_out_;
  Statement clear_;
};

}  // namespace pressmark
