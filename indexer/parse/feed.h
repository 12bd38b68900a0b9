// What parsing a source gives, whatever its format.
#pragma once

#include <string>
#include <vector>

#include "common/base/post.h"
#include "common/base/result.h"

namespace pressmark {

struct Feed {
  std::string title;
  std::string url;                // the site's address
  std::string self;               // the feed's own address, if it says so
  std::string language;           // BCP 47 tag as declared
  std::vector<Post> posts;        // in the source's order; `source` and `site` are set
  std::vector<Problem> problems;  // items left out, and details that could not be read
  std::size_t skipped = 0;        // items left out
};

}  // namespace pressmark
