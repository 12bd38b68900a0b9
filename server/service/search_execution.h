// Makes the answer to a request that needs a search.
#pragma once

#include <functional>

#include "common/base/time_limit.h"
#include "server/service/pending_request.h"
#include "server/service/result_cache.h"
#include "server/service/search_workers.h"

namespace pressmark {

// Searches for as long as the settings allow, the wait for a worker included; the stages of the answer count
// from the request's beginning to its body. `tick` tells the time. Throws what opening the
// store and the route's handler throw.
[[nodiscard]] CachedAnswer execute_search(PendingRequest const& pending, WorkerSearcher& searchers,
                                          std::function<SteadyTime()> const& tick);

}  // namespace pressmark
