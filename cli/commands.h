// The commands: each does what its options ask for in one operation and presents the outcome.
#pragma once

#include "cli/context.h"
#include "cli/options.h"

namespace pressmark {

// Each returns the exit status and throws Error for what it could not do.
int run_command(StartOptions const& options, Context& context);
int run_command(HelpOptions const& options, Context& context);
int run_command(VersionOptions const& options, Context& context);
int run_command(IndexOptions const& options, Context& context);
int run_command(ReindexOptions const& options, Context& context);
int run_command(RollbackOptions const& options, Context& context);
int run_command(SearchOptions const& options, Context& context);
int run_command(SuggestCommandOptions const& options, Context& context);
int run_command(ExplainOptions const& options, Context& context);
int run_command(ServeOptions const& options, Context& context);
int run_command(StatsOptions const& options, Context& context);
int run_command(EvalOptions const& options, Context& context);
int run_command(InsightOptions const& options, Context& context);
int run_command(CheckOptions const& options, Context& context);
int run_command(ForgetOptions const& options, Context& context);
int run_command(MoveOptions const& options, Context& context);
int run_command(ExportOptions const& options, Context& context);
int run_command(ImportOptions const& options, Context& context);
int run_command(InitOptions const& options, Context& context);
int run_command(ConfigOptions const& options, Context& context);

}  // namespace pressmark
