// Dividing the posts, and a thread for each part with its own connection, builder and database.
#include "indexer/write/shards.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <thread>
#include <utility>
#include <xapian.h>

#include "indexer/write/document_builder.h"
#include "indexer/write/document_writer.h"
#include "indexer/write/shard_threads.h"

namespace pressmark {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kMostThreads = 8;  // unless asked for

// Fewer posts hardly pay for a database of their own: 295 posts took 1.00 s in one, 0.59 s in two.
constexpr std::size_t kFewestPosts = 128;

// Used by one thread at a time.
struct Shard {
  fs::path path;
  ChangeRange range;
  Xapian::WritableDatabase database;
  std::size_t put = 0;
  std::vector<std::string> problems;
};

// Whatever goes wrong, the build is thrown away: syncing it would be wasted.
Shard create_shard(fs::path path, ChangeRange range, unsigned posts_per_flush) {
  auto database = open_for_writing(path, Xapian::DB_CREATE | Xapian::DB_NO_SYNC, posts_per_flush);
  return {std::move(path), range, std::move(database), 0, {}};
}

void fill(Shard& shard, Archive const& archive, std::function<void()> const& row_done) {
  IndexTransaction transaction(shard.database);
  DocumentWriter writer(shard.database);
  DocumentBuilder builder;
  archive.visit_posts(
      [&](ArchivedPost const& post) {
        writer.put(builder.build(post));
        row_done();
      },
      shard.range);
  transaction.commit();
  shard.database.close();
  shard.put = writer.put_count();
  shard.problems = writer.take_problems();
}

void fill_in_threads(std::vector<Shard>& shards, StoreLayout const& layout, RowWatch& watch) {
  ShardThreads threads;
  for (auto& shard : shards) {
    threads.start([&](std::function<void()> const& row_done) {
      fill(shard, Archive(layout.archive(), ArchiveAccess::read_only), row_done);
    });
  }
  threads.wait([&](std::size_t rows) { watch.rows_done(rows); });
}

std::vector<ChangeRange> ranges_of(Archive const& archive, std::size_t parts) {
  if (parts <= 1) return {ChangeRange{}};
  return divide_posts(archive, parts);
}

}  // namespace

void RowWatch::rows_done(std::size_t rows) {
  rows_ = rows;
  stop_if_asked(options_.should_stop);
  if (options_.progress) options_.progress({"indexing", rows_, total_});
}

void RowWatch::publishing() const {
  stop_if_asked(options_.should_stop);
  if (options_.progress) options_.progress({"publishing", rows_, total_});
}

std::vector<ChangeRange> divide_posts(Archive const& archive, std::size_t parts) {
  std::vector<PostLength> up_to;  // each post, with the characters of all up to it
  archive.visit_post_lengths([&](PostLength const& post) {
    auto const before = up_to.empty() ? 0 : up_to.back().characters;
    up_to.push_back({post.change, before + post.characters + 1});
  });
  std::vector<ChangeRange> ranges;
  parts = std::min(parts, up_to.size());
  std::size_t next = 0;  // the first post that is in no range
  for (std::size_t part = 1; part <= parts; ++part) {
    auto const wanted = up_to.back().characters / parts * part;
    auto const posts_left_for_others = parts - part;
    while (next + 1 + posts_left_for_others < up_to.size() && up_to[next].characters < wanted) ++next;
    ranges.push_back({ranges.empty() ? 0 : ranges.back().last, up_to[next].change});
    ++next;
  }
  if (!ranges.empty()) ranges.back().last = ChangeRange{}.last;
  return ranges;
}

std::size_t usable_threads(unsigned wanted) {
  if (wanted != 0) return wanted;
  return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, kMostThreads);
}

WrittenShards write_shards(StoreLayout const& layout, Archive const& archive, fs::path const& directory,
                           UpdateOptions const& options, RowWatch& watch) {
  auto const posts = archive.size();
  auto const ranges = ranges_of(archive, std::min(usable_threads(options.threads), posts / kFewestPosts));
  auto const memory_bytes =
      options.memory_bytes == 0 ? kMemoryOfThread : options.memory_bytes / ranges.size();
  auto const flush_at = posts_per_flush(layout, posts, memory_bytes);
  std::vector<Shard> shards;
  for (auto const& range : ranges) {
    shards.push_back(create_shard(directory / std::to_string(shards.size()), range, flush_at));
  }
  if (shards.size() == 1) {
    fill(shards.front(), archive, [&] { watch.row_done(); });
  } else {
    fill_in_threads(shards, layout, watch);
  }
  WrittenShards written;
  for (auto& shard : shards) {
    written.paths.push_back(std::move(shard.path));
    written.put += shard.put;
    std::move(shard.problems.begin(), shard.problems.end(), std::back_inserter(written.problems));
  }
  return written;
}

}  // namespace pressmark
