// What checking a store found, for people and for programs.
#pragma once

#include <string>

#include "operations/check_store.h"

namespace pressmark {

// A line "error: …" or "warning: …" for each finding, with its "hint: …" below where the next
// finding has another; then "2 findings", or "25 posts, generation 0001: all is well".
[[nodiscard]] std::string check_report_text(CheckReport const& report);

// One object over several lines, without a newline at its end.
[[nodiscard]] std::string check_report_json(CheckReport const& report);

}  // namespace pressmark
