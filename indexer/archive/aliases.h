// What else a post that moved is known by.
#pragma once

#include <string>

#include "indexer/archive/database.h"

namespace pressmark {

// Rows of `aliases`. A key is an identity that a source may give the post from now on, or a
// canonical URL that the post had before.
class Aliases {
 public:
  explicit Aliases(Database& database);

  void add(std::string const& key, std::string const& post);
  void remove(std::string const& key, std::string const& post);

  // The post that `identity` stands for: itself while it names a live post, and where it is no
  // alias, or the alias of several.
  [[nodiscard]] std::string resolve(std::string const& identity);

  // True if `post` had the canonical URL `key` before it moved.
  [[nodiscard]] bool is_former_address(std::string const& key, std::string const& post);

 private:
  Statement add_;
  Statement remove_;
  Statement resolve_;
  Statement is_alias_;
};

}  // namespace pressmark
