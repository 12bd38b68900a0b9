// `pressmark import`: exported posts back into the archive, and from there into the index.
#pragma once

#include <string>

#include "common/base/byte_stream.h"
#include "common/base/progress.h"
#include "common/base/stop.h"
#include "common/base/time.h"
#include "common/index/store_layout.h"
#include "operations/change/index_report.h"

namespace pressmark {

// Restores the posts of `lines` (Archive::restore), one a line, as one transaction, and brings the
// index up to date. A line that is no post is skipped and noted with its number; blank lines are
// passed over. `name` says in messages where the lines come from. Holds the store's lock and makes
// the store. Throws Error and leaves the store's posts as they were; Error{bad_source} if there are
// lines and none is a post, Error{source_missing} if they cannot be read to their end,
// Error{interrupted} when `should_stop` says so; it is asked before each line, and waiting for one is
// up to `lines`.
IndexReport import_posts(StoreLayout const& layout, ByteStream& lines, std::string const& name, Timestamp now,
                         ReportProgress const& progress = {}, ShouldStop const& should_stop = {});

}  // namespace pressmark
