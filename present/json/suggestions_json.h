// Suggestions as JSON: the answer of `pressmark suggest --format json`.
#pragma once

#include <string>

#include "searcher/results/suggestions.h"

namespace pressmark {

// One object over several lines, without a newline at its end: `format`, `query`, `suggestions`
// and `version`. Every suggestion has every member; ranges count code points.
[[nodiscard]] std::string suggestions_json(Suggestions const& suggestions);

}  // namespace pressmark
