// What applying posts did, post by post.
#pragma once

#include <cstddef>

namespace pressmark {

struct ChangeCounts {
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t unchanged = 0;
  std::size_t removed = 0;
  std::size_t forgotten = 0;  // refused, because `forget` keeps them out
};

}  // namespace pressmark
