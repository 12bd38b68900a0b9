// Forgetting keeps nothing of a post but the keys that bar it.
#include "indexer/archive/change/forget.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <vector>

#include "indexer/archive/change/aliases.h"
#include "indexer/archive/change/post_rows.h"
#include "indexer/archive/database/post_columns.h"
#include "indexer/archive/job/run.h"

namespace pressmark {

namespace {

std::vector<std::string> texts(Statement& statement, std::string const& key) {
  std::vector<std::string> found;
  statement.each([&](Row const& row) { found.push_back(row.text(0)); }, key);
  return found;
}

class Forgetting {
 public:
  Forgetting(Database& database, Run& run)
      : removal_(database, run),
        aliases_(database, run),
        bar_(database, "INSERT OR IGNORE INTO forgotten (key) VALUES (?1)"),
        at_address_(database, "SELECT id FROM posts WHERE canonical_url = ?1 AND canonical_url <> ''"),
        formerly_at_(
            database,
            "SELECT id FROM versions WHERE canonical_url = ?1 UNION SELECT post FROM aliases WHERE key = ?1"),
        with_id_(database, "SELECT id FROM posts WHERE id = ?1 UNION SELECT id FROM versions WHERE id = ?1"),
        address_of_(database, "SELECT canonical_url FROM posts WHERE id = ?1 AND canonical_url <> ''"),
        keys_of_(database,
                 "SELECT identity FROM source_posts WHERE post = ?1 UNION SELECT key FROM aliases WHERE post "
                 "= ?1"),
        drop_versions_(database, "DELETE FROM versions WHERE id = ?1"),
        drop_statements_(database, "DELETE FROM source_post_versions WHERE post = ?1"),
        drop_versions_at_(database, "DELETE FROM versions WHERE canonical_url = ?1"),
        drop_pages_at_(database, "DELETE FROM pages WHERE canonical_url = ?1") {}

  // Posts that `name`, an address or an id, means; those that had the address before only
  // where none has it now. Bars the name whether or not there are any.
  std::vector<std::string> find(std::string const& name) {
    std::vector<std::string> ids = texts(with_id_, aliases_.resolve(name));
    std::string const address = canonical_key(name);
    if (ids.empty()) ids = texts(at_address_, address);
    if (ids.empty()) ids = texts(formerly_at_, address);
    if (!address.empty()) bar_.run(address);
    return ids;
  }

  // True if `id` was a live post.
  bool forget(std::string const& id) {
    std::vector<std::string> keys = texts(keys_of_, id);
    std::ranges::move(texts(address_of_, id), std::back_inserter(keys));
    bool const was_live = removal_.remove(id);
    bar_.run(id);
    for (std::string const& key : keys) {
      bool const is_shared = at_address_.any(key);  // entries of one page: the others stay welcome
      if (is_shared) continue;
      bar_.run(key);
      drop_pages_at_.run(key);
    }
    drop_versions_.run(id);
    drop_statements_.run(id);
    return was_live;
  }

  // What lay at the address once may be a version of a post that is elsewhere now, or a page of
  // which no post was made.
  void drop_all_at(std::string const& name) {
    if (name.empty()) return;
    drop_versions_at_.run(canonical_key(name));
    drop_pages_at_.run(canonical_key(name));
  }

 private:
  Removal removal_;
  Aliases aliases_;
  Statement bar_;
  Statement at_address_;
  Statement formerly_at_;
  Statement with_id_;
  Statement address_of_;
  Statement keys_of_;
  Statement drop_versions_;
  Statement drop_statements_;
  Statement drop_versions_at_;
  Statement drop_pages_at_;
};

}  // namespace

Forgotten forget_posts(Database& database, JobLog& jobs, std::span<std::string const> names, Timestamp now) {
  database.execute("PRAGMA secure_delete = ON");  // what is deleted is overwritten in the file, too
  Run run(database, jobs, "", now);
  Forgetting forgetting(database, run);
  Forgotten forgotten;
  std::set<std::string> doomed;
  for (std::string const& name : names) {
    std::vector<std::string> const ids = forgetting.find(name);
    doomed.insert(ids.begin(), ids.end());
    if (ids.empty()) forgotten.unknown.push_back(name);
  }
  for (std::string const& id : doomed) forgotten.removed += forgetting.forget(id) ? 1 : 0;
  for (std::string const& name : names) forgetting.drop_all_at(name);
  ChangeCounts counts;
  counts.removed = forgotten.removed;
  run.finish(counts);
  return forgotten;
}

}  // namespace pressmark
