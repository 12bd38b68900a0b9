// What moving posts did, for people and for programs.
#pragma once

#include <string>

#include "operations/move_posts.h"

namespace pressmark {

// "12 posts moved from OLD to NEW" and a newline.
[[nodiscard]] std::string move_report_text(MoveReport const& report);

// A line "warning: …" for each post that stayed, and what to do about it; nothing if there is none.
[[nodiscard]] std::string move_warnings_text(MoveReport const& report);

// One object over several lines, without a newline at its end.
[[nodiscard]] std::string move_report_json(MoveReport const& report);

}  // namespace pressmark
