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

// Reads sources (files, directories and addresses on the web) into the archive, each in a transaction of
// its own, then brings the index up to date with the archive, even if no source had anything new. Holds the
// store's lock from the first post on. `now` is when the sources count as read.
//
// A source that cannot be read changes nothing: the others are kept, and the report has the Error in
// `failure`. If no source can be read, that Error is thrown and the store stays as it was. Other Errors
// are thrown as they come. Polls should_stop at every post, and keeps nothing of the source being read then.
IndexReport index_sources(StoreLayout const& layout, std::vector<std::string> const& names,
                          InputLimits const& limits, Timestamp now, IndexingOptions const& options = {});

}  // namespace pressmark
