// The posts of a new generation, written by several threads into a database each.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "common/index/store_layout.h"
#include "indexer/archive/archive.h"
#include "indexer/write/index_writer.h"

namespace pressmark {

// Tells whoever updates the index how far the work has come, and asks whether it should go on; between rows
// and stages, in the thread that called update_index().
class RowWatch {
 public:
  // `total`: how many rows there will be. `options` have to outlive it.
  RowWatch(UpdateOptions const& options, std::size_t total) : options_(options), total_(total) {}

  // Rows done since the beginning. Asks, then tells; throws Error{interrupted} if the work should stop.
  void rows_done(std::size_t rows);
  void row_done() { rows_done(rows_ + 1); }
  // All rows are done, and now they are made visible. Asks, then tells.
  void publishing() const;

 private:
  UpdateOptions const& options_;
  std::size_t total_;
  std::size_t rows_ = 0;
};

struct WrittenShards {
  std::vector<std::filesystem::path> paths;  // of the databases, in the order of the posts
  std::size_t put = 0;                       // documents in all of them
  std::vector<std::string> problems;         // what was left out of posts, each with the post's name
};

// Cuts the live posts, in the order of change numbers, into `parts` runs or fewer of about as many
// characters, none without a post. The first reaches down to the first number, the last up to the last
// there can be. Reads the whole archive.
[[nodiscard]] std::vector<ChangeRange> divide_posts(Archive const& archive, std::size_t parts);

// The number of threads that `wanted` (UpdateOptions::threads) means.
[[nodiscard]] std::size_t usable_threads(unsigned wanted);

// Writes the live posts of `archive`, which is the one in `layout`, into databases below
// `directory`: as many as there may be threads, one for few posts. Each holds a run of the posts in the
// order of their change numbers, so that one after the other they are what a single one would be;
// none has metadata yet. Throws Xapian::Error and Error; the first error of a thread ends all.
[[nodiscard]] WrittenShards write_shards(StoreLayout const& layout, Archive const& archive,
                                         std::filesystem::path const& directory, UpdateOptions const& options,
                                         RowWatch& watch);

}  // namespace pressmark
