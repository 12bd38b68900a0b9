// Reading and writing the columns of a post.
#include "indexer/archive/post_rows.h"

#include <string>

#include "common/base/hash.h"
#include "common/base/number_text.h"
#include "common/url/url.h"

namespace pressmark {

namespace {

std::string time_text(std::optional<Timestamp> time) {
  return time ? std::to_string(time->time_since_epoch().count()) : std::string();
}

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

Post read_post(Row const& row, int first) {
  int column = first;
  Post post;
  post.site = row.text(column++);
  post.guid = row.text(column++);
  post.url = row.text(column++);
  post.title = row.text(column++);
  post.author = row.text(column++);
  post.language = row.text(column++);
  post.published = row.time(column++);
  post.updated = row.time(column++);
  post.categories = split_lengths(row.text(column++));
  post.image = row.text(column++);
  post.source = row.text(column++);
  post.summary = row.text(column++);
  post.html = row.text(column++);
  return post;
}

std::string canonical_key(std::string_view url) {
  return url.empty() ? std::string() : canonical_url(url);
}

std::string content_hash(Post const& post) {
  return stable_hash({post.site, post.guid, post.url, post.title, post.author, post.language,
                      time_text(post.published), time_text(post.updated), join_lengths(post.categories),
                      post.image, post.summary, post.html});
}

std::string join_lengths(std::vector<std::string> const& strings) {
  std::string text;
  for (std::string const& string : strings) text += std::to_string(string.size()) + ':' + string;
  return text;
}

std::vector<std::string> split_lengths(std::string_view text) {
  std::vector<std::string> strings;
  while (!text.empty()) {
    auto const size = take_number<std::size_t>(text);
    if (!size || !text.starts_with(':')) break;
    text.remove_prefix(1);
    if (*size > text.size()) break;
    strings.emplace_back(text.substr(0, *size));
    text.remove_prefix(*size);
  }
  return strings;
}

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

}  // namespace pressmark
