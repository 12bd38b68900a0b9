// What a store holds, for people and for programs.
#pragma once

#include <string>

#include "operations/store_stats.h"

namespace pressmark {

// A line for each figure, then the sources. Ends with a newline.
[[nodiscard]] std::string store_stats_text(StoreStats const& stats);

// One object over several lines, without a newline at its end.
[[nodiscard]] std::string store_stats_json(StoreStats const& stats);

}  // namespace pressmark
