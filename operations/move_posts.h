// `pressmark move`: a changed domain or permalink.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/base/time.h"
#include "common/index/store_layout.h"
#include "indexer/archive/archive.h"

namespace pressmark {

struct MoveReport {
  std::string from;
  std::string to;
  std::size_t moved = 0;
  std::vector<TakenAddress> taken;  // posts that stayed, since another has their new address
  std::size_t posts = 0;            // in the index afterwards
  bool published = false;           // the index changed
};

// Gives every post under `from` the address under `to` (Archive::move). Holds the store's lock.
// Throws Error; Error{usage} for what is no address, Error{store_missing} where there is no archive.
MoveReport move_posts(StoreLayout const& layout, std::string const& from, std::string const& to,
                      Timestamp now);

}  // namespace pressmark
