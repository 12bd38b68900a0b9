// Brings the index up to date with the archive.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "common/index/store_layout.h"
#include "indexer/archive/archive.h"

namespace pressmark {

struct IndexUpdate {
  bool rebuilt = false;          // a new generation was built instead of updating the live one
  bool published = false;        // false: the index already reflected the archive
  std::size_t documents = 0;     // in the index afterwards
  std::size_t put = 0;           // documents written
  std::size_t removed = 0;
  std::vector<std::string> problems;  // posts that could not be indexed, with their origin
};

// Makes the index reflect `archive`: applies the changes above the index's change number in one
// Xapian transaction on the live generation, or, where there is none, its format is another or it
// belongs to another archive (or `force_rebuild`), builds a new generation beside and swaps
// CURRENT. Readers see the old state or the new one, never one between; a process killed at any
// instant leaves the old state and nothing that hinders the next run. The caller holds the
// StoreLock. Throws Error{disk_full}, Error{store_unwritable}, Error{store_damaged}; the live
// index is then as it was.
enum class Rebuild { when_needed, always };
IndexUpdate update_index(StoreLayout const& layout, Archive const& archive, Rebuild rebuild = Rebuild::when_needed);

}  // namespace pressmark
