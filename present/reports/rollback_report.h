// What undoing a run did, for people and for programs.
#pragma once

#include <string>

#include "operations/rollback_job.h"

namespace pressmark {

// "job 7 is undone, reindex of 2026-03-14T02:10:00Z: 2 posts removed, …" and a newline.
[[nodiscard]] std::string rollback_report_text(RollbackReport const& report);

// Which posts stayed, and that the archive is on hold: lines "warning: …" and "hint: …".
[[nodiscard]] std::string rollback_notes_text(RollbackReport const& report);

// One object over several lines, without a newline at its end.
[[nodiscard]] std::string rollback_report_json(RollbackReport const& report);

}  // namespace pressmark
