// Finding what the posts of an index repeat, from a sample of them.
#pragma once

#include <cstddef>
#include <string>
#include <xapian.h>

#include "common/index/boilerplate.h"

namespace pressmark {

struct SampleLimits {
  std::size_t posts = 512;
  std::size_t bytes = std::size_t{64} << 10;  // of a post's prose, from its beginning
  std::size_t shingles = 2'000;               // kept, those of most posts of their site
};

// The shingles within a block of prose that stand in at least 30 % of a site's sampled posts and
// in four of them at least; a site with fewer than five has none. The sample is the posts with the
// smallest ids: ids are hashes, so it is random, and it depends on which posts there are alone.
// Reads the records of `database`, pending ones included; takes some 0.1 ms a sampled post. Throws
// Xapian::Error.
[[nodiscard]] Boilerplate find_boilerplate(Xapian::Database const& database, SampleLimits const& limits = {});

// True if what `known` was found in may be another sample since posts changed of which `smallest_id`
// has the smallest id.
[[nodiscard]] bool concerns_sample(Boilerplate const& known, std::string const& smallest_id);

}  // namespace pressmark
