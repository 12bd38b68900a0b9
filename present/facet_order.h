// The order in which groups of facets are shown.
#pragma once

#include <string>
#include <vector>

#include "searcher/results/search_results.h"

namespace pressmark {

// The names of the groups in `facets`: the usual ones in the order people look for them, then
// any others.
[[nodiscard]] std::vector<std::string> facet_order(std::map<std::string, FacetCounts> const& facets);

}  // namespace pressmark
