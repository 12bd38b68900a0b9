// `pressmark forget`: posts that are to be found no more.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/base/time.h"
#include "common/index/store_layout.h"

namespace pressmark {

struct ForgetReport {
  std::size_t removed = 0;
  std::vector<std::string> unknown;  // named no post; kept out all the same
  std::size_t posts = 0;             // in the index afterwards
  bool published = false;            // the index changed
};

// Removes the posts with these URLs or ids from the archive and the index, and keeps them out of
// later runs. Holds the store's lock. Throws Error; Error{store_missing} where there is no archive.
// Blocks that the index frees, and the generation before the live one, may hold words of the posts
// until they are written over.
ForgetReport forget_posts(StoreLayout const& layout, std::vector<std::string> const& names, Timestamp now);

}  // namespace pressmark
