// Rows of `posts`, `versions` and `tombstones`. Removing keeps a post's versions for a while and lets its
// sources bring it back.
#include "indexer/archive/change/post_rows.h"

#include "indexer/archive/database/post_columns.h"

namespace pressmark {

namespace {

std::string keep_sql() {
  std::string const columns = "canonical_url, " + std::string(kPostColumns);
  return "INSERT INTO versions (change, id, run, time, removed, " + columns +
         ") SELECT change, id, ?2, ?3, ?4, " + columns + " FROM posts WHERE id = ?1";
}

std::string insert_sql() {
  return "INSERT INTO posts (change, id, run, canonical_url, " + std::string(kPostColumns) +
         ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)";
}

constexpr std::int64_t kReplaced = 0;
constexpr std::int64_t kRemoved = 1;

}  // namespace

PostRows::PostRows(Database& database)
    : keep_(database, keep_sql()),
      delete_(database, "DELETE FROM posts WHERE id = ?1"),
      insert_(database, insert_sql()),
      insert_tombstone_(database, "INSERT INTO tombstones (change, id, run) VALUES (?1, ?2, ?3)"),
      delete_tombstone_(database, "DELETE FROM tombstones WHERE id = ?1") {}

void PostRows::put(ArchivedPost const& archived, std::int64_t run) {
  Post const& post = archived.post;
  delete_.run(archived.id);
  delete_tombstone_.run(archived.id);
  insert_.run(archived.change, archived.id, run, canonical_key(post.url), post.site, post.guid, post.url,
              post.title, post.author, post.language, post.published, post.updated,
              join_lengths(post.categories), post.image, post.source, post.summary, post.html);
}

void PostRows::keep_replaced(std::string const& id, std::int64_t run, Timestamp time) {
  keep_.run(id, run, time, kReplaced);
}

void PostRows::bury(std::string const& id, std::int64_t change, std::int64_t run, Timestamp time) {
  keep_.run(id, run, time, kRemoved);
  delete_.run(id);
  insert_tombstone_.run(change, id, run);
}

Removal::Removal(Database& database, Run& run)
    : run_(run),
      rows_(database),
      is_live_(database, "SELECT 1 FROM posts WHERE id = ?1"),
      source_posts_(database, run) {}

bool Removal::remove(std::string const& id) {
  if (!is_live_.any(id)) return false;
  rows_.bury(id, run_.next_change(), run_.id(), run_.time());
  source_posts_.retract_all(id);  // a source that has the post again says something new
  return true;
}

std::size_t remove_posts(Database& database, JobLog& jobs, std::span<std::string const> ids, Timestamp now) {
  Run run(database, jobs, "", now);
  Removal removal(database, run);
  ChangeCounts counts;
  for (std::string const& id : ids) counts.removed += removal.remove(id) ? 1 : 0;
  run.finish(counts);
  return counts.removed;
}

}  // namespace pressmark
