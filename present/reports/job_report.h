// What the nightly job did, for people and for programs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "operations/reindex.h"

namespace pressmark {

// The report of a job that `error` ended before it had one.
[[nodiscard]] JobReport failed_job(Error const& error, std::vector<std::string> accepted, double seconds);

// The line of totals as index_report_text() has it, which says so if nothing was changed in earnest.
[[nodiscard]] std::string job_report_text(JobReport const& report);

// A line for each source that failed, was kept out or is postponed, and for each gate that was let
// pass. Not for the failure that ends the command, which is told by itself.
[[nodiscard]] std::string job_warnings_text(JobReport const& report);

// One object over several lines, without a newline at its end.
[[nodiscard]] std::string job_report_json(JobReport const& report);

[[nodiscard]] std::string_view outcome_name(SourceOutcome outcome);

}  // namespace pressmark
