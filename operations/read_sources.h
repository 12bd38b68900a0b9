// Sources of all kinds into the archive.
#pragma once

#include <vector>

#include "common/config/configured_job.h"
#include "common/index/store_layout.h"
#include "operations/intake/source_intake.h"
#include "operations/intake/web_sources.h"
#include "operations/open_store.h"

namespace pressmark {

// Reads those on this machine one after the other, then fetches what is on the web, side by side, and
// reads that. `web.known` is filled in from `store`. Throws as SourceIntake and fetch_web_sources() do.
void read_sources(std::vector<ConfiguredSource> const& sources, StoreLayout const& layout, OpenStore& store,
                  WebOptions web, SourceIntake& intake);

}  // namespace pressmark
