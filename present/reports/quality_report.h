// How well judged queries were answered, for people and for programs.
#pragma once

#include <cstddef>
#include <string>

#include "searcher/evaluate/evaluate.h"

namespace pressmark {

// A table with a row per kind and one for all, then groups that should be equal and are not,
// then missed_text(). Ends with a newline.
[[nodiscard]] std::string quality_text(QualityReport const& report, std::size_t max_missed);

// A line for each of the first `max_missed` queries that were missed.
[[nodiscard]] std::string missed_text(QualityReport const& report, std::size_t max_missed);

// One object over several lines, without a newline at its end.
[[nodiscard]] std::string quality_json(QualityReport const& report);

}  // namespace pressmark
