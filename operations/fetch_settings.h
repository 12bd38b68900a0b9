// From what the configuration says of manners on the web to what fetching takes.
#pragma once

#include "common/config/configured_job.h"
#include "indexer/fetch/fetch.h"

namespace pressmark {

// What the configuration does not set has the default of FetchSettings.
[[nodiscard]] FetchSettings fetch_settings(ConfiguredFetch const& fetch);

}  // namespace pressmark
