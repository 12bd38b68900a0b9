// The program `pressmark` without its process: arguments in, output and exit status out.
#pragma once

#include <string>
#include <vector>

#include "cli/process/context.h"

namespace pressmark {

// Runs the command that `arguments` (without the program's name) ask for. Reports every error
// on context.err and returns the exit status that goes with it; throws nothing.
int run_program(std::vector<std::string> const& arguments, Context& context);

}  // namespace pressmark
