// Posts as the archive gives them out.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>

#include "common/base/post.h"

namespace pressmark {

struct ArchivedPost {
  std::string id;           // post_id() of its first identity
  std::int64_t change = 0;  // grows with every change of any row of the archive
  Post post;
};

// A deleted post: what an index that knew it has to remove.
struct Tombstone {
  std::string id;
  std::int64_t change = 0;
};

// A run of change numbers.
struct ChangeRange {
  std::int64_t after = 0;
  std::int64_t last = std::numeric_limits<std::int64_t>::max();  // included
};

// How long a live post is.
struct PostLength {
  std::int64_t change = 0;
  std::size_t characters = 0;  // of `html` and `summary`
};

// Gives one post after the other, then nothing.
using NextPost = std::function<std::optional<ArchivedPost>()>;

}  // namespace pressmark
