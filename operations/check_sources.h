// Whether what the configuration names for the nightly job can be read.
#pragma once

#include <vector>

#include "common/config/configured_job.h"
#include "operations/check_store.h"
#include "searcher/match/ranking_weights.h"

namespace pressmark {

// What is wrong with the sources' paths and addresses and with the files of the gates. Changes nothing
// and asks no server.
[[nodiscard]] std::vector<Finding> check_sources(std::vector<ConfiguredSource> const& sources,
                                                 ConfiguredGates const& gates, RankingWeights const& weights);

}  // namespace pressmark
