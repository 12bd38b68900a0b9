// `pressmark index`: sources into the archive, the archive into the index.
#pragma once

#include <string>
#include <vector>

#include "common/base/limits.h"
#include "common/base/time.h"
#include "common/index/store_layout.h"
#include "indexer/fetch/fetch.h"
#include "indexer/write/index_writer.h"
#include "operations/change/index_report.h"

namespace pressmark {

struct IndexingOptions {
  UpdateOptions update;
  FetchSettings fetch;  // of sources on the web
};

// Reads the sources, files, directories and addresses on the web, into the archive, a transaction each,
// and brings the index up to date, also when only an earlier run left it behind. Holds the store's lock from
// the first post on. `now` is when the sources count as read. A source that cannot be read leaves nothing of
// itself: the others count, and the report has the Error in `failure`. Throws it where no source
// could be read, with the store as it was; throws other Errors as they come. Asks whether to stop at
// every post read, too: of the source being read nothing is kept then.
IndexReport index_sources(StoreLayout const& layout, std::vector<std::string> const& names,
                          InputLimits const& limits, Timestamp now, IndexingOptions const& options = {});

}  // namespace pressmark
