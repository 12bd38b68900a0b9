// What is done to posts in the archive: what can be asked for, and what came of it.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "indexer/archive/model/change_counts.h"

namespace pressmark {

// What becomes of posts that a source held before and does not bring any more.
enum class Leaving {
  stays,    // feeds are windows on the newest posts
  removed,  // the source has declared itself complete; what another source holds, too, stays
};

// The changes that a batch will make when it is committed.
struct BatchEffect {
  ChangeCounts counts;
  std::size_t held_before = 0;  // live posts that the source held
  std::size_t text_before = 0;  // bytes of `html` and `summary` of the posts it changed
  std::size_t text_after = 0;
};

struct BatchOptions {
  Leaving leaving = Leaving::stays;
  // Addresses, in any spelling, that the source says are gone: their posts go as those of Leaving::removed
  // do.
  std::vector<std::string> gone;
  // Asked at the end of the transaction; what it throws undoes the whole. Must not use the Archive.
  std::function<void(BatchEffect const&)> gate;
};

// The result of Archive::forget().
struct Forgotten {
  std::size_t removed = 0;           // live posts
  std::vector<std::string> unknown;  // names of no post; they are kept out all the same
};

// A post that could not move: `target` is the address of another one.
struct TakenAddress {
  std::string url;
  std::string target;
};

// The result of Archive::move().
struct Moved {
  std::size_t posts = 0;
  std::vector<TakenAddress> taken;
};

}  // namespace pressmark
