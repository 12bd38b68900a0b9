// A moved post keeps its id; what its sources will call it from now on becomes an alias of that.
#include "indexer/archive/change/move.h"

#include <unordered_map>
#include <utility>
#include <vector>

#include "common/base/error.h"
#include "common/url/url.h"
#include "common/url/url_prefix.h"
#include "indexer/archive/change/aliases.h"
#include "indexer/archive/change/post_rows.h"
#include "indexer/archive/database/post_columns.h"
#include "indexer/archive/job/run.h"

namespace pressmark {

namespace {

struct Journey {
  std::string id;
  std::string url;
  std::string target;
};

class Move {
 public:
  Move(Database& database, UrlPrefix const& from, UrlPrefix const& to, Run& run)
      : from_(from),
        to_(to),
        run_(run),
        rows_(database),
        aliases_(database, run),
        live_(database, "SELECT " + std::string(kPostColumns) + " FROM posts WHERE id = ?1"),
        holder_(database,
                "SELECT 1 FROM posts WHERE canonical_url = ?1 AND canonical_url <> '' AND id <> ?2") {}

  // False if another post has the target already. Posts that shared an address go on sharing one.
  bool take(Journey const& journey) {
    std::string const origin = canonical_key(journey.url);
    std::string const target = canonical_key(journey.target);
    auto const arrived = origin_of_.find(target);
    bool const shares = arrived != origin_of_.end() && arrived->second == origin;
    if (!shares && holder_.any(target, journey.id)) return false;
    origin_of_[target] = origin;

    Post const before = read_live(journey.id);
    Post const after = moved(before, journey.target);
    rows_.keep_replaced(journey.id, run_.id(), run_.time());
    rows_.put({journey.id, run_.next_change(), after}, run_.id());
    aliases_.add_move(journey.id, before, after);
    return true;
  }

 private:
  [[nodiscard]] Post read_live(std::string const& id) {
    Post post;
    live_.first([&](Row const& row) { post = read_post(row, 0); }, id);
    return post;
  }

  [[nodiscard]] Post moved(Post post, std::string const& target) const {
    if (post.site == from_.host()) post.site = to_.host();
    post.guid = from_.replaced(post.guid, to_).value_or(post.guid);
    post.url = target;
    return post;
  }

  UrlPrefix const& from_;
  UrlPrefix const& to_;
  Run& run_;
  PostRows rows_;
  Aliases aliases_;
  Statement live_;
  Statement holder_;
  std::unordered_map<std::string, std::string> origin_of_;  // canonical URLs, by where they led
};

// Where `to` lies under `from`, what is there already has moved before: asking twice moves once.
std::vector<Journey> find_journeys(Database& database, UrlPrefix const& from, UrlPrefix const& to) {
  bool const nested = from.covers(to);
  std::vector<Journey> journeys;
  Statement(database, "SELECT id, url FROM posts ORDER BY change").each([&](Row const& row) {
    std::string url = row.text(1);
    if (nested && to.covers(url)) return;
    auto target = from.replaced(url, to);
    if (!target || *target == url) return;
    journeys.push_back({row.text(0), std::move(url), *std::move(target)});
  });
  return journeys;
}

}  // namespace

Moved move_posts(Database& database, JobLog& jobs, std::string const& from_text, std::string const& to_text,
                 Timestamp now) {
  UrlPrefix const from(from_text);
  UrlPrefix const to(to_text);
  Run run(database, jobs, "", now);
  Move move(database, from, to, run);
  Moved moved;
  for (Journey const& journey : find_journeys(database, from, to)) {
    if (move.take(journey)) {
      ++moved.posts;
    } else {
      moved.taken.push_back({journey.url, journey.target});
    }
  }
  ChangeCounts counts;
  counts.changed = moved.posts;
  run.finish(counts);
  return moved;
}

}  // namespace pressmark
