// Brings the index up to date with the archive.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "common/base/progress.h"
#include "common/base/stop.h"
#include "common/index/store_layout.h"
#include "indexer/archive/archive.h"

namespace Xapian {
class Database;
}

namespace pressmark {

struct IndexUpdate {
  bool rebuilt = false;       // a new generation was built instead of updating the live one
  bool published = false;     // false: the index already reflected the archive
  std::size_t documents = 0;  // in the index afterwards
  std::size_t put = 0;        // documents written
  std::size_t removed = 0;
  std::vector<std::string> problems;  // posts indexed in part only: their address and what was left out
};

enum class Rebuild { when_needed, always };

// Judges the index before it is published: looks at it as it would be, pending changes included,
// and throws (Error{gate_failed}) to keep the one there is.
using IndexGate = std::function<void(Xapian::Database const& pending)>;

// The memory for the postings of one writing thread unless the options say otherwise.
inline constexpr std::size_t kMemoryOfThread = std::size_t{40} << 20;

struct UpdateOptions {
  Rebuild rebuild = Rebuild::when_needed;
  IndexGate gate;           // may be empty
  ReportProgress progress;  // told of the rows written; of several at once where several threads write

  // How many threads may work; 0: as many as the machine runs at once, 8 at most. A rebuild gives
  // each a part of the posts, an update lets them build the documents that one of them writes. Few
  // posts are left to the calling thread alone.
  unsigned threads = 0;

  // How much memory the postings may take that all threads together have not written yet; 0:
  // kMemoryOfThread for each thread that writes. Reckoned from the mean size of the archive's posts, so
  // that a run of long posts takes more, and never less than what ten posts take. Not in it is what each
  // thread needs beside, 50 to 100 MiB for posts of usual length: caches, a post with its document, and
  // in an update what waits to be written (document_pipeline.h).
  std::size_t memory_bytes = 0;

  // Asked at every row and between stages, whether to give up: true ends the work with
  // Error{interrupted}, the store as it was. What cannot be divided is finished first, such as
  // merging the parts of a rebuild. May be empty.
  ShouldStop should_stop;
};

// Makes the index reflect `archive`. Mostly it applies the changes above the index's change number in one
// Xapian transaction on the live generation. With Rebuild::always, or where the live generation cannot be
// read, has another format or belongs to another archive, it builds a new generation beside the live one
// and swaps CURRENT. An index that reflects `archive` already is not touched, and the gate is not asked.
//
// Readers see the old state or the new one, never one between. A process killed at any instant leaves the
// old state and nothing that hinders the next run.
//
// The caller holds the StoreLock and has no other thread that uses the environment. All callbacks are called
// in the caller's thread, and no thread outlives the call.
//
// Throws what the callbacks throw, and
// - Error{interrupted}, Error{disk_full}, Error{store_unwritable}, Error{store_damaged};
// - Error{gate_failed} if posts would be missing;
// - Error{store_locked} if another program has the database open for writing.
// The live index is then as it was, unless what failed is the sync after the commit.
IndexUpdate update_index(StoreLayout const& layout, Archive const& archive,
                         UpdateOptions const& options = {});

}  // namespace pressmark
