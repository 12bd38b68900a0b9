// Forgets posts in the archive first, since the index can always be rebuilt from it.
#include "operations/forget_posts.h"

#include <utility>

#include "operations/change/store_change.h"

namespace pressmark {

ForgetReport forget_posts(StoreLayout const& layout, std::vector<std::string> const& names, Timestamp now) {
  auto [forgotten, index] =
      change_posts(layout, "forget", now, [&](Archive& archive) { return archive.forget(names, now); });
  return {forgotten.removed, std::move(forgotten.unknown), index.posts, index.published};
}

}  // namespace pressmark
