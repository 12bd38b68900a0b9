// The identities and addresses under which a moved post was known before.
#pragma once

#include <string>

#include "common/base/post.h"
#include "indexer/archive/database/database.h"
#include "indexer/archive/job/run.h"

namespace pressmark {

// Rows of `aliases`. A key is an identity that a source may give the post from now on, or a
// canonical URL that the post had before. The run must outlive it.
class Aliases {
 public:
  Aliases(Database& database, Run& run);

  void add(std::string const& key, std::string const& post);

  // A feed at the new place may spell its guids anew or keep them, and so may the old feed.
  void add_move(std::string const& id, Post const& before, Post const& after);

  // The post that `identity` names: itself while it names a live post, and where it is no
  // alias, or the alias of several.
  [[nodiscard]] std::string resolve(std::string const& identity);

  // True if `post` had the canonical URL `key` before it moved, and has another now.
  [[nodiscard]] bool is_former_address(std::string const& key, std::string const& post);

 private:
  Run& run_;
  Statement add_;
  Statement resolve_;
  Statement is_alias_;
  Statement is_former_address_;
};

}  // namespace pressmark
