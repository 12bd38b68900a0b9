// Removing keeps a post's versions for a while; forgetting keeps nothing but the keys that bar it.
#include "indexer/archive/removal.h"

#include <set>
#include <vector>

#include "indexer/archive/post_rows.h"
#include "indexer/archive/run.h"

namespace pressmark {

namespace {

class Removal {
 public:
  Removal(Database& database, Run& run)
      : run_(run),
        rows_(database),
        is_live_(database, "SELECT 1 FROM posts WHERE id = ?1"),
        unlink_(database, "DELETE FROM source_posts WHERE post = ?1") {}

  // False if `id` names no live post.
  bool remove(std::string const& id) {
    if (!is_live_.any(id)) return false;
    rows_.bury(id, run_.next_change(), run_.id(), run_.time());
    unlink_.run(id);  // a source that has the post again says something new
    return true;
  }

 private:
  Run& run_;
  PostRows rows_;
  Statement is_live_;
  Statement unlink_;
};

}  // namespace

std::size_t remove_posts(Database& database, std::span<std::string const> ids, Timestamp now) {
  Run run(database, "", now);
  Removal removal(database, run);
  ChangeCounts counts;
  for (std::string const& id : ids) counts.removed += removal.remove(id) ? 1 : 0;
  run.finish(counts);
  return counts.removed;
}

std::size_t forget_posts(Database& database, std::span<std::string const> urls, Timestamp now) {
  Run run(database, "", now);
  Removal removal(database, run);
  Statement bar(database, "INSERT OR IGNORE INTO forgotten (key) VALUES (?1)");
  Statement bearers(database,
                    "SELECT id FROM posts WHERE canonical_url = ?1 AND canonical_url <> '' "
                    "UNION SELECT id FROM versions WHERE canonical_url = ?1");
  Statement identities(database, "SELECT identity FROM source_posts WHERE post = ?1");
  Statement drop_versions(database, "DELETE FROM versions WHERE id = ?1");
  ChangeCounts counts;
  for (std::string const& url : urls) {
    std::string const key = canonical_key(url);
    if (key.empty()) continue;
    bar.run(key);
    std::vector<std::string> ids;
    bearers.each([&](Row const& row) { ids.push_back(row.text(0)); }, key);
    for (std::string const& id : ids) {
      std::set<std::string> barred{id};
      identities.each([&](Row const& row) { barred.insert(row.text(0)); }, id);
      for (std::string const& identity : barred) bar.run(identity);
      counts.removed += removal.remove(id) ? 1 : 0;
      drop_versions.run(id);
    }
  }
  run.finish(counts);
  return counts.removed;
}

}  // namespace pressmark
