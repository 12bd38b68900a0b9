// Search results as JSON: the answer of `pressmark search --format json` and of GET /api/search.
#pragma once

#include <string>

#include "searcher/results/search_results.h"

namespace pressmark {

enum class JsonLayout { compact, indented };

// One object, without a newline at its end. Its members are documented with the interface and
// versioned by `format`. Members are always there: unknown times, images, corrections and
// relaxations are null, other unknown text is empty. Ranges count code points.
[[nodiscard]] std::string results_json(SearchResults const& results, JsonLayout layout);

// The counts of the values alone, as GET /api/facets gives them: an object with `format`, `query`,
// `estimatedTotalHits`, `exactTotal`, `facetDistribution` and `version`, on one line.
[[nodiscard]] std::string facet_counts_json(SearchResults const& results);

// One hit as it stands in `hits`, on one line: a line of `--format jsonl`.
[[nodiscard]] std::string hit_json(Hit const& hit);

}  // namespace pressmark
