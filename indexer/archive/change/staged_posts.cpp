// Posts wait in temporary tables until their source has been read to its end.
#include "indexer/archive/change/staged_posts.h"

#include "indexer/archive/database/post_columns.h"

namespace pressmark {

namespace {

// Made before the statements that name them are prepared. `number` grows with every row put.
Database& with_tables(Database& database) {
  database.execute(
      "CREATE TEMP TABLE IF NOT EXISTS staged (number INTEGER PRIMARY KEY, "
      "identity TEXT NOT NULL UNIQUE, said TEXT NOT NULL, said_before INTEGER NOT NULL, " +
      std::string(kPostColumns) +
      "); DELETE FROM temp.staged; "
      "CREATE TEMP TABLE IF NOT EXISTS left_out (identity TEXT NOT NULL, post TEXT NOT NULL); "
      "DELETE FROM temp.left_out");
  return database;
}

}  // namespace

StagedPosts::StagedPosts(Database& database)
    : put_(with_tables(database),
           "INSERT OR REPLACE INTO temp.staged (identity, said, said_before, " + std::string(kPostColumns) +
               ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)"),
      has_(database, "SELECT 1 FROM temp.staged WHERE identity = ?1"),
      all_(database, "SELECT identity, said, said_before, " + std::string(kPostColumns) +
                         " FROM temp.staged ORDER BY number"),
      find_left_out_(database,
                     "INSERT INTO temp.left_out SELECT identity, post FROM source_posts "
                     "WHERE source = ?1 AND identity NOT IN (SELECT identity FROM temp.staged)"),
      left_out_(database, "SELECT identity, post FROM temp.left_out"),
      clear_(database, "DELETE FROM temp.staged") {}

void StagedPosts::put(StagedPost const& staged) {
  Post const& post = staged.post;
  put_.run(staged.identity, staged.said, std::int64_t{staged.said_before}, post.site, post.guid, post.url,
           post.title, post.author, post.language, post.published, post.updated,
           join_lengths(post.categories), post.image, post.source, post.summary, post.html);
}

bool StagedPosts::has(std::string const& identity) {
  return has_.any(identity);
}

void StagedPosts::each(std::function<void(StagedPost const&)> const& take) {
  all_.each(
      [&](Row const& row) { take({row.text(0), row.text(1), row.integer(2) != 0, read_post(row, 3)}); });
}

void StagedPosts::each_left_out(
    std::string const& source,
    std::function<void(std::string const& identity, std::string const& post)> const& leave) {
  find_left_out_.run(source);
  left_out_.each([&](Row const& row) { leave(row.text(0), row.text(1)); });
}

void StagedPosts::clear() {
  clear_.run();
}

}  // namespace pressmark
