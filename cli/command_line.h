// What was typed after `pressmark`, up to the command.
#pragma once

#include <string>
#include <vector>

#include "cli/process/context.h"

namespace pressmark {

// Runs the command that `arguments` (without the program's name) begin with, or --help, --version or the
// short introduction that there is without one. --store and --config may come before the command, too.
// Returns the exit status; throws Error.
int run_command_line(std::vector<std::string> const& arguments, Context& context);

}  // namespace pressmark
