// `pressmark index`: sources into the archive, the archive into the index.
#pragma once

#include <string>
#include <vector>

#include "common/base/limits.h"
#include "common/base/progress.h"
#include "common/base/time.h"
#include "common/index/store_layout.h"
#include "operations/index_report.h"

namespace pressmark {

// Reads and parses every source before anything is written; then applies them to the archive, a
// transaction each, and brings the index up to date, also when only an earlier run left it behind.
// Holds the store's lock. `now` is when the sources count as read. Throws Error; a source that
// cannot be read or parsed is named in it and leaves the store as it was.
IndexReport index_sources(StoreLayout const& layout, std::vector<std::string> const& sources,
                          InputLimits const& limits, Timestamp now, ReportProgress const& progress = {});

}  // namespace pressmark
