// Opening Xapian databases for writing, with memory bounded, and writing to them wholly or not at all.
#pragma once

#include <cstddef>
#include <filesystem>
#include <xapian.h>

#include "common/index/store_layout.h"

namespace pressmark {

// How many posts may be pending in one database before Xapian moves their postings to disk, so that
// these take some `memory_bytes`; from the mean size of the archive's `posts`. It decides on memory
// and, more than anything else, on the speed of indexing.
[[nodiscard]] unsigned posts_per_flush(StoreLayout const& layout, std::size_t posts,
                                       std::size_t memory_bytes);

// Opens `path` with Xapian's `flags`. Sets XAPIAN_FLUSH_THRESHOLD in the environment, the one
// way to tell Xapian; nothing else may read or change the environment meanwhile.
[[nodiscard]] Xapian::WritableDatabase open_for_writing(std::filesystem::path const& path, int flags,
                                                        unsigned posts_per_flush);

// Everything or nothing: what was not committed is undone, whoever throws. The destructor of a
// WritableDatabase would write it.
class IndexTransaction {
 public:
  explicit IndexTransaction(Xapian::WritableDatabase& database);
  ~IndexTransaction();
  IndexTransaction(IndexTransaction const&) = delete;
  IndexTransaction& operator=(IndexTransaction const&) = delete;
  void commit();

 private:
  Xapian::WritableDatabase& database_;
  bool is_open_ = true;
};

}  // namespace pressmark
