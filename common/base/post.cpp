// The identity of posts.
#include "common/base/post.h"

#include "common/base/hash.h"

namespace pressmark {

std::string post_id(std::string const& site, std::string const& guid) {
  return stable_hash({site, guid});
}

}  // namespace pressmark
