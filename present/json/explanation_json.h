// Explanations as JSON: the answer of `pressmark explain --format json`.
#pragma once

#include <string>

#include "searcher/results/explanation.h"

namespace pressmark {

// One object over several lines, without a newline at its end. Every member is always there: for
// a post that is not in the answer `rank` and `score` are null, for one that is `obstacles` is
// empty.
[[nodiscard]] std::string explanation_json(Explanation const& explanation);

}  // namespace pressmark
