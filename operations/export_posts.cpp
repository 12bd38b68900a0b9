// Visits all live posts of the archive in the order of their changes.
#include "operations/export_posts.h"

namespace pressmark {

void export_posts(StoreLayout const& layout, std::function<void(ArchivedPost const&)> const& on_post) {
  Archive const archive(layout.archive(), ArchiveAccess::read_only);
  archive.visit_posts(on_post);
}

}  // namespace pressmark
