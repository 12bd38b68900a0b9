// Sources of all kinds into the archive.
#pragma once

#include <vector>

#include "common/base/source.h"
#include "common/index/store_layout.h"
#include "operations/change/store_change.h"
#include "operations/intake/source_intake.h"
#include "operations/intake/web_sources.h"

namespace pressmark {

// Reads those on this machine one after the other, then fetches what is on the web, side by side, and
// reads that. `web.known` is filled in from the archive of `change`. Throws as SourceIntake and
// fetch_web_sources() do.
void read_sources(std::vector<Source> const& sources, StoreLayout const& layout, StoreChange& change,
                  WebOptions web, SourceIntake& intake);

}  // namespace pressmark
