#include "indexer/archive/change/aliases.h"

#include "indexer/archive/database/post_columns.h"

namespace pressmark {

Aliases::Aliases(Database& database, Run& run)
    : run_(run),
      add_(database, "INSERT INTO aliases (key, post, run) VALUES (?1, ?2, ?3)"),
      resolve_(database,
               "SELECT max(post) FROM aliases "
               "WHERE key = ?1 AND NOT EXISTS (SELECT 1 FROM posts WHERE id = ?1) HAVING count(*) = 1"),
      is_alias_(database, "SELECT 1 FROM aliases WHERE key = ?1 AND post = ?2"),
      is_former_address_(database,
                         "SELECT 1 FROM aliases WHERE key = ?1 AND post = ?2 AND NOT EXISTS "
                         "(SELECT 1 FROM posts WHERE id = ?2 AND canonical_url = ?1)") {}

void Aliases::add(std::string const& key, std::string const& post) {
  if (key.empty() || key == post || is_alias_.any(key, post)) return;
  add_.run(key, post, run_.id());
}

void Aliases::add_move(std::string const& id, Post const& before, Post const& after) {
  for (std::string const& site : {before.site, after.site}) {
    for (std::string const& guid : {before.guid, after.guid}) add(post_id(site, guid), id);
  }
  add(canonical_key(before.url), id);
}

std::string Aliases::resolve(std::string const& identity) {
  std::string post = identity;
  resolve_.first([&](Row const& row) { post = row.text(0); }, identity);
  return post;
}

bool Aliases::is_former_address(std::string const& key, std::string const& post) {
  return is_former_address_.any(key, post);
}

}  // namespace pressmark
