// The commands by name. To add one, write its file, declare its function here and give it a row in
// commands.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/process/context.h"
#include "cli/syntax/syntax.h"

namespace pressmark {

// Does what the arguments after the command's name ask for and returns the exit status. Throws
// Error{usage} for arguments that it does not understand, what read_settings() throws where the command
// uses the store, and Error for what it could not do.
using CommandFunction = int(Arguments const& arguments, Context& context);

struct Command {
  std::string_view name;
  std::string_view summary;  // for the list of commands; less than half a line
  CommandFunction* run;
};

// In the order of the help: what is needed daily comes first.
[[nodiscard]] std::span<Command const> commands() noexcept;

// Prints the help that a command was asked for instead of anything else.
int print_help(std::string const& text, Context& context);

CommandFunction run_check;
CommandFunction run_config;
CommandFunction run_eval;
CommandFunction run_explain;
CommandFunction run_export;
CommandFunction run_forget;
CommandFunction run_import;
CommandFunction run_index;
CommandFunction run_init;
CommandFunction run_insight;
CommandFunction run_move;
CommandFunction run_reindex;
CommandFunction run_rollback;
CommandFunction run_search;
CommandFunction run_serve;
CommandFunction run_stats;
CommandFunction run_suggest;

}  // namespace pressmark
