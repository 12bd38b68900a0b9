// What a store holds, for people and for programs.
#pragma once

#include <cstdint>
#include <string>

#include "operations/store_stats.h"

namespace pressmark {

// "512 B", "1.2 MB": units of 1000, one decimal from kilobytes on.
[[nodiscard]] std::string bytes_text(std::uintmax_t bytes);

// A line for each figure, then the sources. Ends with a newline.
[[nodiscard]] std::string store_stats_text(StoreStats const& stats);

// One object over several lines, without a newline at its end.
[[nodiscard]] std::string store_stats_json(StoreStats const& stats);

}  // namespace pressmark
