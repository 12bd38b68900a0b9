// What forgetting did, for people and for programs.
#pragma once

#include <string>

#include "operations/forget_posts.h"

namespace pressmark {

// "2 posts forgotten, 23 left" and a newline.
[[nodiscard]] std::string forget_report_text(ForgetReport const& report);

// A line "warning: …" for each name that no post has; nothing if there are none.
[[nodiscard]] std::string forget_warnings_text(ForgetReport const& report);

// One object over several lines, without a newline at its end.
[[nodiscard]] std::string forget_report_json(ForgetReport const& report);

}  // namespace pressmark
