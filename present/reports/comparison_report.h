// What another configuration changes for judged queries, for people and for programs.
#pragma once

#include <cstddef>
#include <string>

#include "searcher/evaluate/comparison.h"

namespace pressmark {

// For each kind and for all the figures before and after, and the difference where there is one;
// then the queries that moved, better first, of which the `max_moved` that moved farthest. Ends
// with a newline.
[[nodiscard]] std::string comparison_text(QualityComparison const& comparison, std::size_t max_moved);

// One object over several lines, with all queries that moved and without a newline at its end.
[[nodiscard]] std::string comparison_json(QualityComparison const& comparison);

}  // namespace pressmark
