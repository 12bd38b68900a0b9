// Restoring goes by id alone: what was two posts when it was given out stays two posts.
#include "indexer/archive/change/restore.h"

#include "common/base/error.h"
#include "indexer/archive/change/aliases.h"
#include "indexer/archive/change/post_rows.h"
#include "indexer/archive/change/source_posts.h"
#include "indexer/archive/database/post_columns.h"
#include "indexer/archive/job/run.h"

namespace pressmark {

namespace {

class Restoration {
 public:
  Restoration(Database& database, Run& run)
      : run_(run),
        keeps_numbers_(last_change(database) == 0),
        rows_(database),
        aliases_(database, run),
        source_posts_(database, run),
        forgotten_(database, "SELECT 1 FROM forgotten WHERE key IN (?1, ?2)"),
        live_(database, "SELECT " + std::string(kPostColumns) + " FROM posts WHERE id = ?1") {}

  void take(ArchivedPost const& archived) {
    Post const& post = archived.post;
    std::string const identity = post_id(post.site, post.guid);
    std::string const id = aliases_.resolve(archived.id);
    if (forgotten_.any(id, canonical_key(post.url)) || forgotten_.any(identity, std::string_view())) {
      ++counts_.forgotten;
      return;
    }
    put(id, archived);
    aliases_.add(identity, id);  // they differ where the post had moved
    remember(id, post);
  }

  [[nodiscard]] ChangeCounts const& counts() const { return counts_; }

 private:
  void put(std::string const& id, ArchivedPost const& archived) {
    Post live;
    bool const is_live = live_.first([&](Row const& row) { live = read_post(row, 0); }, id);
    if (is_live && live == archived.post) {
      ++counts_.unchanged;
      return;
    }
    if (is_live) rows_.keep_replaced(id, run_.id(), run_.time());
    std::int64_t const change = run_.next_change(keeps_numbers_ ? archived.change : 0);
    rows_.put({id, change, archived.post}, run_.id());
    ++(is_live ? counts_.changed : counts_.added);
  }

  // As if its source had just said what the post says: entries that share a page are distinguished
  // by the source that holds them.
  void remember(std::string const& id, Post const& post) {
    if (post.source.empty()) return;
    source_posts_.say({post.source, id, id, content_hash(post)}, post.site);
  }

  Run& run_;
  bool keeps_numbers_;
  ChangeCounts counts_;
  PostRows rows_;
  Aliases aliases_;
  SourcePosts source_posts_;
  Statement forgotten_;
  Statement live_;
};

}  // namespace

ChangeCounts restore_posts(Database& database, JobLog& jobs, NextPost const& next, Timestamp now) {
  Run run(database, jobs, "", now);
  Restoration restoration(database, run);
  while (auto const archived = next()) {
    if (archived->id.empty() || archived->post.guid.empty()) {
      throw Error(ErrorCode::internal, "a post to restore came without an id or a guid");
    }
    restoration.take(*archived);
  }
  run.finish(restoration.counts());
  return restoration.counts();
}

}  // namespace pressmark
