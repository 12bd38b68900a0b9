// Documents and word forms into one Xapian database, opened with memory bounded, wholly or not at all.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>
#include <xapian.h>

#include "common/index/store_layout.h"
#include "indexer/write/document_builder.h"

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

// Applies changes to `database`, which outlives it; whether they become visible is the caller's
// affair. Methods throw Xapian::Error, after which nothing pending can be relied upon.
class DocumentWriter {
 public:
  explicit DocumentWriter(Xapian::WritableDatabase& database) : database_(database) {}

  // Adds the post, or replaces the document that has its id.
  void put(BuiltDocument const& built);
  // Removes the post if the index has it.
  void remove(std::string const& id);

  [[nodiscard]] std::size_t put_count() const noexcept { return put_; }
  [[nodiscard]] std::size_t removed_count() const noexcept { return removed_; }
  // Of the posts put or removed; nothing if there were none.
  [[nodiscard]] std::optional<std::string> const& smallest_id() const noexcept { return smallest_id_; }
  // What was left out of posts, each with the post's name.
  [[nodiscard]] std::vector<std::string> take_problems() noexcept { return std::move(problems_); }

 private:
  void add_word_forms(BuiltDocument const& built);
  void note_change(std::string const& id);

  Xapian::WritableDatabase& database_;
  std::unordered_set<std::string> known_forms_;
  std::vector<std::string> problems_;
  std::optional<std::string> smallest_id_;
  std::size_t put_ = 0;
  std::size_t removed_ = 0;
};

}  // namespace pressmark
