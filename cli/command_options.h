// The options of each command: its syntax with its help, and the struct that comes of it.
#pragma once

#include <string>

#include "cli/context.h"
#include "cli/options.h"
#include "cli/syntax.h"

namespace pressmark {

// Each reads the arguments behind the command's name; for --help it gives HelpOptions. Throws
// Error{usage} and, where the command uses the store, what read_settings() throws.

// The command that tells what readers asked (insight_options.cpp).
[[nodiscard]] Options insight_options(Arguments const& arguments, Environment const& environment);

// Commands that ask (query_options.cpp).
[[nodiscard]] Options search_options(Arguments const& arguments, Environment const& environment);
[[nodiscard]] Options suggest_options(Arguments const& arguments, Environment const& environment);
[[nodiscard]] Options explain_options(Arguments const& arguments, Environment const& environment);
[[nodiscard]] Options eval_options(Arguments const& arguments, Environment const& environment);

// The command that serves (serve_options.cpp).
[[nodiscard]] Options serve_options(Arguments const& arguments, Environment const& environment);

// Commands that fill, change and inspect the store (store_options.cpp).
[[nodiscard]] Options index_options(Arguments const& arguments, Environment const& environment);
[[nodiscard]] Options stats_options(Arguments const& arguments, Environment const& environment);
[[nodiscard]] Options check_options(Arguments const& arguments, Environment const& environment);
[[nodiscard]] Options forget_options(Arguments const& arguments, Environment const& environment);
[[nodiscard]] Options move_options(Arguments const& arguments, Environment const& environment);
[[nodiscard]] Options export_options(Arguments const& arguments, Environment const& environment);
[[nodiscard]] Options import_options(Arguments const& arguments, Environment const& environment);

// The nightly job (job_options.cpp).
[[nodiscard]] Options reindex_options(Arguments const& arguments, Environment const& environment);
[[nodiscard]] Options rollback_options(Arguments const& arguments, Environment const& environment);

// Commands about the configuration (config_options.cpp).
[[nodiscard]] Options init_options(Arguments const& arguments, Environment const& environment);
[[nodiscard]] Options config_options(Arguments const& arguments, Environment const& environment);

inline constexpr auto kReportFormats =
    std::to_array<Choice<ReportFormat>>({{"text", ReportFormat::text}, {"json", ReportFormat::json}});

}  // namespace pressmark
