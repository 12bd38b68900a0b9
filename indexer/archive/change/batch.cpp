// Which live row a published post belongs to, and what becomes of that row.
//
// Sources disagree for ever: two feeds carry one post with different fields, and each is read
// every night. So a source acts only when it says something new: source_posts keeps a hash of
// what it said last, and a post with that hash is unchanged whatever the row has become since.
#include "indexer/archive/change/batch.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "common/base/error.h"
#include "indexer/archive/database/post_columns.h"

namespace pressmark {

namespace {

// An address that more posts than this share tells nothing about which post is meant.
constexpr std::int64_t kMaxPostsPerUrl = 32;

void fill(std::string& field, std::string const& other) {
  if (field.empty()) field = other;
}

void fill(std::optional<Timestamp>& field, std::optional<Timestamp> other) {
  if (!field) field = other;
}

// `post` with what it leaves empty taken from `other`. Identity and source stay those of the first.
Post filled_from(Post post, Post const& other) {
  fill(post.url, other.url);
  fill(post.title, other.title);
  fill(post.author, other.author);
  fill(post.language, other.language);
  fill(post.published, other.published);
  fill(post.updated, other.updated);
  if (post.categories.empty()) post.categories = other.categories;
  fill(post.image, other.image);
  fill(post.summary, other.summary);
  fill(post.html, other.html);
  return post;
}

// `post` with what `other` adds: empty fields, further categories, the longer content. Merging
// the same `other` again changes nothing.
Post merged_with(Post post, Post const& other) {
  post = filled_from(std::move(post), other);
  for (std::string const& category : other.categories) {
    bool const known = std::ranges::find(post.categories, category) != post.categories.end();
    if (!known) post.categories.push_back(category);
  }
  if (other.html.size() > post.html.size()) post.html = other.html;
  return post;
}

std::size_t text_bytes(Post const& post) {
  return post.summary.size() + post.html.size();
}

}  // namespace

Batch::Batch(Database& database, JobLog& jobs, std::string source, Timestamp now)
    : source_(std::move(source)),
      run_(database, jobs, source_, now),
      staged_(database),
      rows_(database),
      aliases_(database, run_),
      source_posts_(database, run_),
      removal_(database, run_),
      forgotten_(database, "SELECT 1 FROM forgotten WHERE key IN (?1, ?2)"),
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
      held_at_(database,
               "SELECT source_posts.identity, source_posts.post FROM posts "
               "JOIN source_posts ON source_posts.post = posts.id "
               "WHERE posts.canonical_url = ?1 AND posts.canonical_url <> '' AND source_posts.source = ?2") {}

void Batch::add(Post const& post) {
  if (post.guid.empty()) throw Error(ErrorCode::internal, "a post of " + source_ + " came without a guid");
  if (site_.empty()) site_ = post.site;
  std::string const identity = aliases_.resolve(post_id(post.site, post.guid));
  std::string const said = content_hash(post);
  if (source_posts_.has_said(source_, identity, said)) {
    Post stub;
    stub.site = post.site;
    stub.guid = post.guid;
    stub.url = post.url;
    staged_.put({.identity = identity, .said = said, .said_before = true, .post = std::move(stub)});
  } else {
    staged_.put({.identity = identity, .said = said, .said_before = false, .post = post});
  }
}

ChangeCounts Batch::commit(BatchOptions const& options) {
  if (options.gate) effect_.held_before = source_posts_.held_by(source_);
  staged_.each([this](StagedPost const& staged) { take(staged); });
  if (options.leaving == Leaving::removed) remove_left_out();
  for (std::string const& url : options.gone) remove_at(url);
  staged_.clear();
  if (options.gate) options.gate(effect_);
  run_.finish(effect_.counts);
  return effect_.counts;
}

void Batch::take(StagedPost const& staged) {
  auto const& [identity, said, said_before, post] = staged;
  if (forgotten_.any(identity, canonical_key(post.url))) {
    ++effect_.counts.forgotten;
    return;
  }
  if (said_before) {
    ++effect_.counts.unchanged;
    return;
  }
  std::optional<Target> const target = find_target(post, identity);
  if (target) {
    update(*target, post);
  } else {
    insert(post, identity);
  }
  source_posts_.say({source_, identity, target ? target->id : identity, said}, site_);
}

std::optional<Batch::Target> Batch::find_target(Post const& post, std::string const& identity) {
  if (is_live_.any(identity)) return Target{.id = identity};
  std::vector<Twin> twins;
  twins_.each([&](Row const& row) { twins.push_back({row.text(0), row.text(1), row.text(2)}); },
              canonical_key(post.url), post.url, kMaxPostsPerUrl, source_, identity);
  for (Twin const& twin : twins) {
    if (auto target = match(twin, post, identity)) return target;
  }
  return std::nullopt;
}

// Posts that this source itself distinguishes by guid are different ones, whatever their address
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
  if (!held) return Target{.id = twin.id, .merges = true};
  bool const renamed = !held_in_batch && twin.title == post.title;
  if (!held_as_this && !renamed) return std::nullopt;
  bool const speaks_for_it = twin.site == post.site && !owned_elsewhere_.any(twin.id, source_);
  return Target{.id = twin.id, .merges = !speaks_for_it};
}

void Batch::insert(Post const& post, std::string const& identity) {
  rows_.put({identity, run_.next_change(), post}, run_.id());
  ++effect_.counts.added;
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
    ++effect_.counts.unchanged;
    return;
  }
  if (!target.merges) {
    next.source = published.source;
    source_posts_.ask_again(target.id, source_);  // what others had added is gone until they are read again
  }
  rows_.keep_replaced(target.id, run_.id(), run_.time());
  rows_.put({target.id, run_.next_change(), next}, run_.id());
  ++effect_.counts.changed;
  effect_.text_before += text_bytes(live);
  effect_.text_after += text_bytes(next);
}

void Batch::remove_left_out() {
  staged_.each_left_out(
      source_, [this](std::string const& identity, std::string const& post) { let_go(identity, post); });
}

void Batch::remove_at(std::string const& url) {
  std::vector<std::pair<std::string, std::string>> held;
  held_at_.each([&](Row const& row) { held.emplace_back(row.text(0), row.text(1)); }, canonical_key(url),
                source_);
  for (auto const& [identity, post] : held) {
    if (!staged_.has(identity)) let_go(identity, post);
  }
}

// A post may be held under two identities, of which its source has given up one.
void Batch::let_go(std::string const& identity, std::string const& post) {
  source_posts_.retract(source_, identity);
  if (!source_posts_.is_held(post) && removal_.remove(post)) ++effect_.counts.removed;
}

Post Batch::read_live(std::string const& id) {
  Post post;
  live_.first([&](Row const& row) { post = read_post(row, 0); }, id);
  return post;
}

}  // namespace pressmark
