// Opening Xapian databases for writing, with memory bounded.
#pragma once

#include <cstddef>
#include <filesystem>
#include <xapian.h>

#include "common/index/store_layout.h"

namespace pressmark {

// How many posts may be pending before Xapian moves their postings to disk, from their mean size
// in the archive. It decides on memory and, more than anything else, on the speed of indexing.
[[nodiscard]] unsigned posts_per_flush(StoreLayout const& layout, std::size_t posts);

// Opens `path` with Xapian's `flags`. Sets XAPIAN_FLUSH_THRESHOLD in the environment, the one
// way to tell Xapian; nothing else may read or change the environment meanwhile.
[[nodiscard]] Xapian::WritableDatabase open_for_writing(std::filesystem::path const& path, int flags,
                                                        unsigned posts_per_flush);

}  // namespace pressmark
