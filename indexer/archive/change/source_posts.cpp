// Rows of `source_posts` and what they were before a run.
#include "indexer/archive/change/source_posts.h"

#include <vector>

namespace pressmark {

namespace {

template <typename... Values>
std::vector<SourcePost> rows(Statement& statement, Values const&... values) {
  std::vector<SourcePost> found;
  statement.each(
      [&](Row const& row) { found.push_back({row.text(0), row.text(1), row.text(2), row.text(3)}); },
      values...);
  return found;
}

}  // namespace

SourcePosts::SourcePosts(Database& database, Run& run)
    : run_(run),
      has_said_(database,
                "SELECT 1 FROM source_posts WHERE source = ?1 AND identity = ?2 AND content_hash = ?3"),
      stands_(database,
              "SELECT 1 FROM source_posts WHERE source = ?1 AND identity = ?2 AND post = ?3 AND content_hash "
              "= ?4"),
      note_source_(database,
                   "INSERT INTO sources (name, site) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET site = ?2 "
                   "WHERE ?2 NOT IN ('', site)"),
      say_(database,
           "INSERT INTO source_posts (source, identity, post, content_hash, run) VALUES (?1, ?2, ?3, ?4, ?5) "
           "ON CONFLICT DO UPDATE SET post = ?3, content_hash = ?4, run = ?5"),
      keep_(database,
            "INSERT OR IGNORE INTO source_post_versions (source, identity, run, post, content_hash, "
            "written_by) "
            "SELECT source, identity, ?3, post, content_hash, run FROM source_posts "
            "WHERE source = ?1 AND identity = ?2 AND run IS NOT ?3"),
      retract_(database, "DELETE FROM source_posts WHERE source = ?1 AND identity = ?2"),
      of_post_(database, "SELECT source, identity, post, content_hash FROM source_posts WHERE post = ?1"),
      added_by_others_(database,
                       "SELECT source, identity, post, content_hash FROM source_posts "
                       "WHERE post = ?1 AND identity <> ?1 AND source <> ?2"),
      held_by_(database, "SELECT count(DISTINCT post) FROM source_posts WHERE source = ?1"),
      is_held_(database, "SELECT 1 FROM source_posts WHERE post = ?1") {}

bool SourcePosts::has_said(std::string const& source, std::string const& identity,
                           std::string const& content_hash) {
  return has_said_.any(source, identity, content_hash);
}

void SourcePosts::say(SourcePost const& said, std::string const& site) {
  auto const& [source, identity, post, content_hash] = said;
  if (stands_.any(source, identity, post, content_hash)) return;
  note_source_.run(source, site);
  keep_.run(source, identity, run_.id());
  say_.run(source, identity, post, content_hash, run_.id());
}

void SourcePosts::retract(std::string const& source, std::string const& identity) {
  keep_.run(source, identity, run_.id());
  retract_.run(source, identity);
}

void SourcePosts::retract_all(std::string const& post) {
  for (SourcePost const& said : rows(of_post_, post)) retract(said.source, said.identity);
}

void SourcePosts::ask_again(std::string const& post, std::string const& source) {
  for (SourcePost said : rows(added_by_others_, post, source)) {
    said.content_hash.clear();
    say(said, {});
  }
}

std::size_t SourcePosts::held_by(std::string const& source) {
  std::size_t posts = 0;
  held_by_.first([&](Row const& row) { posts = row.count(0); }, source);
  return posts;
}

bool SourcePosts::is_held(std::string const& post) {
  return is_held_.any(post);
}

}  // namespace pressmark
