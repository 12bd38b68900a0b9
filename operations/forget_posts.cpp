// Forgetting posts in the archive, then in the index.
#include "operations/forget_posts.h"

#include <utility>

#include "indexer/archive/archive.h"
#include "indexer/write/store_lock.h"
#include "operations/job.h"
#include "operations/store_access.h"

namespace pressmark {

ForgetReport forget_posts(StoreLayout const& layout, std::vector<std::string> const& names, Timestamp now) {
  require_archive(layout);
  StoreLock const lock(layout.root);
  Archive archive(layout.archive(), ArchiveAccess::read_write);
  Job job(archive, "forget", now);
  IndexReport index;
  Forgotten forgotten = job.work([&] {
    Forgotten done = archive.forget(names, now);
    publish(layout, archive, index);
    return done;
  });
  job.finish({.generation = index.generation});
  return {forgotten.removed, std::move(forgotten.unknown), index.posts, index.published};
}

}  // namespace pressmark
