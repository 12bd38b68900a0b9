// What parsing a source gives, whatever its format.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "common/base/post.h"
#include "common/base/result.h"

namespace pressmark {

// Takes the posts of a source one after the other, in its order; each has a guid of its own, and
// its `source` and `site`. What it throws passes through the parser.
using TakePost = std::function<void(Post&&)>;

// What a source says of itself, and what became of its items.
struct FeedReport {
  std::string title;
  std::string url;                // the site's address
  std::string self;               // the feed's own address, if it says so
  std::string language;           // BCP 47 tag as declared
  std::size_t posts = 0;          // given out
  std::size_t skipped = 0;        // items left out
  std::vector<Problem> problems;  // items left out, and details that could not be read
};

}  // namespace pressmark
