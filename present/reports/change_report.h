// What the commands that change posts by hand did: forget, move and rollback.
#pragma once

#include <string>

#include "operations/forget_posts.h"
#include "operations/move_posts.h"
#include "operations/rollback_job.h"

namespace pressmark {

// One sentence on a line: "2 posts forgotten, 23 left", "12 posts moved from OLD to NEW", "job 7 is undone,
// reindex of 2026-03-14T02:10:00Z: 2 posts removed, …".
[[nodiscard]] std::string change_text(ForgetReport const& report);
[[nodiscard]] std::string change_text(MoveReport const& report);
[[nodiscard]] std::string change_text(RollbackReport const& report);

// What the change left undone: a line "warning: …" for each name that no post has, and for each post that
// stayed as it was, of many only the first; then a line "hint: …" if there is something to do about it.
// Nothing if there is nothing to say; after a rollback there is always the hold to tell of.
[[nodiscard]] std::string change_notes(ForgetReport const& report);
[[nodiscard]] std::string change_notes(MoveReport const& report);
[[nodiscard]] std::string change_notes(RollbackReport const& report);

// One object over several lines, without a newline at its end.
[[nodiscard]] std::string change_json(ForgetReport const& report);
[[nodiscard]] std::string change_json(MoveReport const& report);
[[nodiscard]] std::string change_json(RollbackReport const& report);

}  // namespace pressmark
