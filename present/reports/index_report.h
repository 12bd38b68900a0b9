// What indexing did, for people and for programs.
#pragma once

#include <cstddef>
#include <string>

#include "operations/change/index_report.h"

namespace pressmark {

// "25 posts: 25 added, 0 changed, 0 unchanged, 0 removed, 0 skipped (0.21 s)" and a newline.
[[nodiscard]] std::string index_report_text(IndexReport const& report);

// "25 added, 0 changed, 0 unchanged, 0 removed, 0 skipped".
[[nodiscard]] std::string index_counts_text(IndexReport const& report);

// The first `max_shown` problems, a line "warning: WHERE: WHAT" each, and how many there are
// more; nothing if there are none.
[[nodiscard]] std::string index_problems_text(IndexReport const& report, std::size_t max_shown);

// One object over several lines, without a newline at its end.
[[nodiscard]] std::string index_report_json(IndexReport const& report);

}  // namespace pressmark
