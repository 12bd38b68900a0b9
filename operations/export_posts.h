// `pressmark export`: the archive, post by post.
#pragma once

#include <functional>

#include "common/index/store_layout.h"
#include "indexer/archive/archive.h"

namespace pressmark {

// Calls `on_post` for every live post, oldest change first. Throws Error{store_missing}.
void export_posts(StoreLayout const& layout, std::function<void(ArchivedPost const&)> const& on_post);

}  // namespace pressmark
