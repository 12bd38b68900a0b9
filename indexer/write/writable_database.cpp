// The flush threshold and where it comes from; transactions.
#include "indexer/write/writable_database.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "common/base/files.h"

namespace pressmark {
namespace {

// What pending postings take for each byte of the archive: 7,243 posts of 28 MB of text took 25 s and
// 146 MB in all with 4 MiB of the archive pending, 26 s and 287 MB with 16 MiB, 29 s and 624 MB with 64 MiB.
constexpr std::uintmax_t kMemoryPerByte = 10;
constexpr std::uintmax_t kFewest = 10;
constexpr std::uintmax_t kMost = 10'000;  // Xapian's default

}  // namespace

unsigned posts_per_flush(StoreLayout const& layout, std::size_t posts, std::size_t memory_bytes) {
  auto const mean_bytes = size_on_disk(layout.archive()) / std::max<std::size_t>(posts, 1) + 1;
  return static_cast<unsigned>(std::clamp(memory_bytes / kMemoryPerByte / mean_bytes, kFewest, kMost));
}

Xapian::WritableDatabase open_for_writing(std::filesystem::path const& path, int flags,
                                          unsigned posts_per_flush) {
  ::setenv("XAPIAN_FLUSH_THRESHOLD", std::to_string(posts_per_flush).c_str(), 1);
  return Xapian::WritableDatabase(path.string(), flags);
}

IndexTransaction::IndexTransaction(Xapian::WritableDatabase& database) : database_(database) {
  database_.begin_transaction();
}

IndexTransaction::~IndexTransaction() {
  if (!is_open_) return;
  try {
    database_.cancel_transaction();
  } catch (Xapian::Error const&) {
    // Nothing was committed; what caused this is on its way already.
  }
}

void IndexTransaction::commit() {
  database_.commit_transaction();
  is_open_ = false;
}

}  // namespace pressmark
