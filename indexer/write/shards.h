// The posts of a new generation, written by several threads into a database each.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "common/index/store_layout.h"
#include "indexer/archive/archive.h"
#include "indexer/write/index_writer.h"
#include "indexer/write/row_watch.h"

namespace pressmark {

struct WrittenShards {
  std::vector<std::filesystem::path> paths;  // of the databases, in the order of the posts
  std::size_t put = 0;                       // documents in all of them
  std::vector<std::string> problems;         // what was left out of posts, each with the post's name
};

// Cuts the live posts, in the order of change numbers, into `parts` runs or fewer of about as many
// characters, none without a post. The first reaches down to the first number, the last up to the last
// there can be. Reads the whole archive.
[[nodiscard]] std::vector<ChangeRange> divide_posts(Archive const& archive, std::size_t parts);

// How many threads `jobs` of UpdateOptions stands for.
[[nodiscard]] std::size_t usable_threads(unsigned jobs);

// Writes the live posts of `archive`, which is the one in `layout`, into databases below
// `directory`: as many as there may be jobs, one for few posts. Each holds a run of the posts in the
// order of their change numbers, so that one after the other they are what a single one would be;
// none has metadata yet. Throws Xapian::Error and Error; the first error of a thread ends all.
[[nodiscard]] WrittenShards write_shards(StoreLayout const& layout, Archive const& archive,
                                         std::filesystem::path const& directory, UpdateOptions const& options,
                                         RowWatch& watch);

}  // namespace pressmark
