// Reading and writing aliases.
#include "indexer/archive/aliases.h"

namespace pressmark {

Aliases::Aliases(Database& database)
    : add_(database, "INSERT OR IGNORE INTO aliases (key, post) VALUES (?1, ?2)"),
      remove_(database, "DELETE FROM aliases WHERE key = ?1 AND post = ?2"),
      resolve_(database,
               "SELECT max(post) FROM aliases "
               "WHERE key = ?1 AND NOT EXISTS (SELECT 1 FROM posts WHERE id = ?1) HAVING count(*) = 1"),
      is_alias_(database, "SELECT 1 FROM aliases WHERE key = ?1 AND post = ?2") {}

void Aliases::add(std::string const& key, std::string const& post) {
  if (!key.empty() && key != post) add_.run(key, post);
}

void Aliases::remove(std::string const& key, std::string const& post) {
  remove_.run(key, post);
}

std::string Aliases::resolve(std::string const& identity) {
  std::string post = identity;
  resolve_.first([&](Row const& row) { post = row.text(0); }, identity);
  return post;
}

bool Aliases::is_former_address(std::string const& key, std::string const& post) {
  return is_alias_.any(key, post);
}

}  // namespace pressmark
