// Which live row a published post belongs to, and what becomes of that row.
//
// Sources disagree for ever: two feeds carry one post with different fields, and each is read
// every night. So a source acts only when it says something new: source_posts keeps a hash of
// what it said last, and a post with that hash is unchanged whatever the row has become since.
#include "indexer/archive/batch.h"

#include <optional>
#include <utility>
#include <vector>

#include "common/base/error.h"
#include "indexer/archive/merge.h"

namespace pressmark {

namespace {

// An address that more posts than this share tells nothing about which post is meant.
constexpr std::int64_t kMaxPostsPerUrl = 32;

}  // namespace

Batch::Batch(Database& database, std::string source, Timestamp now)
    : source_(std::move(source)),
      run_(database, source_, now),
      staged_(database),
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
      note_source_(database,
                   "INSERT INTO sources (name, site, last_read) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE "
                   "SET last_read = ?3, site = CASE WHEN ?2 = '' THEN site ELSE ?2 END"),
      ask_again_(
          database,
          "UPDATE source_posts SET content_hash = '' WHERE post = ?1 AND identity <> ?1 AND source <> ?2") {}

void Batch::add(Post const& post) {
  if (post.guid.empty()) throw Error(ErrorCode::internal, "a post of " + source_ + " came without a guid");
  if (site_.empty()) site_ = post.site;
  std::string const identity = aliases_.resolve(post_id(post.site, post.guid));
  std::string const said = content_hash(post);
  if (said_before_.any(source_, identity, said)) {
    Post stub;
    stub.site = post.site;
    stub.guid = post.guid;
    stub.url = post.url;
    staged_.put({identity, said, true, stub});
  } else {
    staged_.put({identity, said, false, post});
  }
}

ChangeCounts Batch::commit() {
  note_source_.run(source_, site_, run_.time());
  staged_.each([this](StagedPost const& staged) { take(staged); });
  staged_.clear();
  run_.finish(counts_);
  return counts_;
}

void Batch::take(StagedPost const& staged) {
  auto const& [identity, said, said_before, post] = staged;
  if (forgotten_.any(identity, canonical_key(post.url))) {
    ++counts_.forgotten;
    return;
  }
  if (said_before) {
    ++counts_.unchanged;
    return;
  }
  std::optional<Target> const target = find_target(post, identity);
  if (target) {
    update(*target, post);
  } else {
    insert(post, identity);
  }
  remember_.run(source_, identity, target ? target->id : identity, said);
}

std::optional<Batch::Target> Batch::find_target(Post const& post, std::string const& identity) {
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
std::optional<Batch::Target> Batch::match(Twin const& twin, Post const& post, std::string const& identity) {
  bool held = false;
  bool held_as_this = false;
  bool held_in_batch = false;
  held_.each(
      [&](Row const& row) {
        std::string const known = row.text(0);
        held = true;
        held_as_this |= known == identity;
        held_in_batch |= known != identity && staged_.has(known);
      },
      twin.id, source_);
  if (!held) return Target{twin.id, true};
  bool const renamed = !held_in_batch && twin.title == post.title;
  if (!held_as_this && !renamed) return std::nullopt;
  bool const speaks_for_it = twin.site == post.site && !owned_elsewhere_.any(twin.id, source_);
  return Target{twin.id, !speaks_for_it};
}

void Batch::insert(Post const& post, std::string const& identity) {
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

}  // namespace pressmark
