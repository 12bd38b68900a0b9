// Moves posts in the archive first, since the index can always be rebuilt from it.
#include "operations/move_posts.h"

#include <utility>

#include "operations/change/store_change.h"

namespace pressmark {

MoveReport move_posts(StoreLayout const& layout, std::string const& from, std::string const& to,
                      Timestamp now) {
  auto [moved, index] =
      change_posts(layout, "move", now, [&](Archive& archive) { return archive.move(from, to, now); });
  return {from, to, moved.posts, std::move(moved.taken), index.posts, index.published};
}

}  // namespace pressmark
