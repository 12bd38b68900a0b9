// The flush threshold and where it comes from.
#include "indexer/write/writable_database.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "common/base/files.h"

namespace pressmark {
namespace {

// Of the archive. 7,243 posts of 28 MB of text took 25 s and 146 MB of memory at 4 MiB, 26 s and
// 287 MB at 16 MiB, 29 s and 624 MB at 64 MiB.
constexpr std::uintmax_t kBytesPerFlush = std::uintmax_t{4} << 20;
constexpr std::uintmax_t kFewest = 10;
constexpr std::uintmax_t kMost = 10'000;  // Xapian's default

}  // namespace

unsigned posts_per_flush(StoreLayout const& layout, std::size_t posts) {
  auto const mean_bytes = size_on_disk(layout.archive()) / std::max<std::size_t>(posts, 1) + 1;
  return static_cast<unsigned>(std::clamp(kBytesPerFlush / mean_bytes, kFewest, kMost));
}

Xapian::WritableDatabase open_for_writing(std::filesystem::path const& path, int flags,
                                          unsigned posts_per_flush) {
  ::setenv("XAPIAN_FLUSH_THRESHOLD", std::to_string(posts_per_flush).c_str(), 1);
  return Xapian::WritableDatabase(path.string(), flags);
}

}  // namespace pressmark
