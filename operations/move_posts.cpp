// Moving posts in the archive, then in the index.
#include "operations/move_posts.h"

#include <utility>

#include "indexer/write/store_lock.h"
#include "operations/job.h"
#include "operations/store_access.h"

namespace pressmark {

MoveReport move_posts(StoreLayout const& layout, std::string const& from, std::string const& to,
                      Timestamp now) {
  require_archive(layout);
  StoreLock const lock(layout.root);
  Archive archive(layout.archive(), ArchiveAccess::read_write);
  Job job(archive, "move", now);
  IndexReport index;
  Moved moved = job.work([&] {
    Moved done = archive.move(from, to, now);
    publish(layout, archive, index);
    return done;
  });
  job.finish({.generation = index.generation});
  return {from, to, moved.posts, std::move(moved.taken), index.posts, index.published};
}

}  // namespace pressmark
