// Which live row a published post belongs to, and what becomes of that row.
//
// Sources disagree for ever: two feeds carry one post with different fields, and each is read
// every night. So a source acts only when it says something new: source_posts keeps a hash of
// what it said last, and a post with that hash is unchanged whatever the row has become since.
#include "indexer/archive/batch.h"

#include <optional>
#include <unordered_map>
#include <vector>

#include "common/base/error.h"
#include "indexer/archive/aliases.h"
#include "indexer/archive/merge.h"
#include "indexer/archive/post_rows.h"
#include "indexer/archive/run.h"

namespace pressmark {

namespace {

// An address that more posts than this share tells nothing about which post is meant.
constexpr std::int64_t kMaxPostsPerUrl = 32;

// Identity to the index of the last post that bears it.
using Identities = std::unordered_map<std::string, std::size_t>;

// The live row that a published post belongs to.
struct Target {
  std::string id;
  bool merges = false;  // adds to the row, which another source speaks for, instead of replacing it
};

// A live row with the published post's address.
struct Twin {
  std::string id;
  std::string site;
  std::string title;
};

class Batch {
 public:
  Batch(Database& database, std::string const& source, Run& run, Identities const& identities);
  void take(Post const& post, std::string const& identity);
  [[nodiscard]] ChangeCounts const& counts() const { return counts_; }

 private:
  [[nodiscard]] std::optional<Target> find_target(Post const& post, std::string const& identity);
  [[nodiscard]] std::optional<Target> match(Twin const& twin, Post const& post, std::string const& identity);
  void add(Post const& post, std::string const& identity);
  void update(Target const& target, Post const& published);
  [[nodiscard]] Post read_live(std::string const& id);

  std::string const& source_;
  Run& run_;
  Identities const& identities_;
  ChangeCounts counts_;
  PostRows rows_;
  Aliases aliases_;
  Statement forgotten_;
  Statement said_before_;
  Statement is_live_;
  Statement live_;
  Statement twins_;
  Statement held_;
  Statement held_elsewhere_;
  Statement owned_elsewhere_;
  Statement remember_;
  Statement ask_again_;
};

Batch::Batch(Database& database, std::string const& source, Run& run, Identities const& identities)
    : source_(source),
      run_(run),
      identities_(identities),
      rows_(database),
      aliases_(database),
      forgotten_(database, "SELECT 1 FROM forgotten WHERE key IN (?1, ?2)"),
      said_before_(database,
                   "SELECT 1 FROM source_posts WHERE source = ?1 AND identity = ?2 AND content_hash = ?3"),
      is_live_(database, "SELECT 1 FROM posts WHERE id = ?1"),
      live_(database, "SELECT " + std::string(kPostColumns) + " FROM posts WHERE id = ?1"),
      twins_(database,
             "SELECT id, site, title FROM posts WHERE id IN "
             "(SELECT id FROM posts WHERE canonical_url = ?1 AND canonical_url <> '' "
             "UNION SELECT post FROM aliases WHERE key = ?1) "
             "ORDER BY id = (SELECT post FROM source_posts WHERE source = ?4 AND identity = ?5) DESC, "
             "url = ?2 DESC, change LIMIT ?3"),
      held_(database, "SELECT identity FROM source_posts WHERE post = ?1 AND source = ?2"),
      held_elsewhere_(database, "SELECT 1 FROM source_posts WHERE post = ?1 AND source <> ?2"),
      owned_elsewhere_(database,
                       "SELECT 1 FROM source_posts WHERE post = ?1 AND identity = ?1 AND source <> ?2"),
      remember_(database,
                "INSERT INTO source_posts (source, identity, post, content_hash) VALUES (?1, ?2, ?3, ?4) "
                "ON CONFLICT DO UPDATE SET post = ?3, content_hash = ?4"),
      ask_again_(
          database,
          "UPDATE source_posts SET content_hash = '' WHERE post = ?1 AND identity <> ?1 AND source <> ?2") {}

void Batch::take(Post const& post, std::string const& identity) {
  if (forgotten_.any(identity, canonical_key(post.url))) {
    ++counts_.forgotten;
    return;
  }
  std::string const said = content_hash(post);
  if (said_before_.any(source_, identity, said)) {
    ++counts_.unchanged;
    return;
  }
  std::optional<Target> const target = find_target(post, identity);
  if (target) {
    update(*target, post);
  } else {
    add(post, identity);
  }
  remember_.run(source_, identity, target ? target->id : identity, said);
}

std::optional<Target> Batch::find_target(Post const& post, std::string const& identity) {
  if (is_live_.any(identity)) return Target{identity};
  std::vector<Twin> twins;
  twins_.each([&](Row const& row) { twins.push_back({row.text(0), row.text(1), row.text(2)}); },
              canonical_key(post.url), post.url, kMaxPostsPerUrl, source_, identity);
  for (Twin const& twin : twins) {
    if (auto target = match(twin, post, identity)) return target;
  }
  return std::nullopt;
}

// Posts that this source itself tells apart by guid are different ones, whatever their address
// (entries of a change log link to one page), unless all but the guid says that they are one.
std::optional<Target> Batch::match(Twin const& twin, Post const& post, std::string const& identity) {
  bool held = false;
  bool held_as_this = false;
  bool held_in_batch = false;
  held_.each(
      [&](Row const& row) {
        std::string const known = row.text(0);
        held = true;
        held_as_this |= known == identity;
        held_in_batch |= known != identity && identities_.contains(known);
      },
      twin.id, source_);
  if (!held) return Target{twin.id, true};
  bool const renamed = !held_in_batch && twin.title == post.title;
  if (!held_as_this && !renamed) return std::nullopt;
  bool const speaks_for_it = twin.site == post.site && !owned_elsewhere_.any(twin.id, source_);
  return Target{twin.id, !speaks_for_it};
}

void Batch::add(Post const& post, std::string const& identity) {
  rows_.put({identity, run_.next_change(), post}, run_.id());
  ++counts_.added;
}

void Batch::update(Target const& target, Post const& published) {
  Post const live = read_live(target.id);
  Post next = published;
  if (target.merges) {
    next = merged_with(live, published);
  } else if (held_elsewhere_.any(target.id, source_)) {
    next = filled_from(published, live);  // saying less than another source is no proof of removal
  }
  next.site = live.site;
  next.guid = live.guid;
  next.source = live.source;
  if (aliases_.is_former_address(canonical_key(published.url), target.id)) next.url = live.url;
  if (next == live) {
    ++counts_.unchanged;
    return;
  }
  if (!target.merges) {
    next.source = published.source;
    ask_again_.run(target.id, source_);  // what others had added is gone until they are read again
  }
  rows_.keep_replaced(target.id, run_.id(), run_.time());
  rows_.put({target.id, run_.next_change(), next}, run_.id());
  ++counts_.changed;
}

Post Batch::read_live(std::string const& id) {
  Post post;
  live_.first([&](Row const& row) { post = read_post(row, 0); }, id);
  return post;
}

void note_source(Database& database, std::string const& source, std::span<Post const> posts, Timestamp now) {
  Statement(database,
            "INSERT INTO sources (name, site, last_read) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE "
            "SET last_read = ?3, site = CASE WHEN ?2 = '' THEN site ELSE ?2 END")
      .run(source, posts.empty() ? std::string_view() : std::string_view(posts.front().site), now);
}

}  // namespace

ChangeCounts apply_batch(Database& database, std::string const& source, std::span<Post const> posts,
                         Timestamp now) {
  Aliases aliases(database);
  std::vector<std::string> ids;
  Identities last;
  ids.reserve(posts.size());
  for (Post const& post : posts) {
    if (post.guid.empty()) throw Error(ErrorCode::internal, "a post of " + source + " came without a guid");
    ids.push_back(aliases.resolve(post_id(post.site, post.guid)));
    last[ids.back()] = ids.size() - 1;
  }

  Run run(database, source, now);
  note_source(database, source, posts, now);
  Batch batch(database, source, run, last);
  for (std::size_t i = 0; i < posts.size(); ++i) {
    if (last.at(ids[i]) == i) batch.take(posts[i], ids[i]);
  }
  run.finish(batch.counts());
  return batch.counts();
}

}  // namespace pressmark
