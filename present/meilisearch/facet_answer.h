// Values of a facet, as Meilisearch's API gives them.
#pragma once

#include <string>

#include "searcher/results/search_results.h"

namespace pressmark {

// Which values of a facet are looked for.
struct FacetQuery {
  std::string facet;
  std::string beginning;  // of a value's word; empty for all values
};

// The answer to POST /indexes/{uid}/facet-search: values with a word that begins so, case and accents
// aside, most posts first.
[[nodiscard]] std::string facet_answer(SearchResults const& results, FacetQuery const& facet_query);

}  // namespace pressmark
