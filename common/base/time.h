// Points in time as posts carry them, and printing them.
#pragma once

#include <chrono>
#include <string>

namespace pressmark {

// Seconds since 1970-01-01T00:00:00 UTC.
using Timestamp = std::chrono::sys_seconds;

// "2026-01-24T08:00:00Z".
[[nodiscard]] std::string format_rfc3339(Timestamp time);

// "2026-01-24".
[[nodiscard]] std::string format_day(Timestamp time);

}  // namespace pressmark
