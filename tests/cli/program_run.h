// A run of the program in this process.
#pragma once

#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "cli/program.h"

namespace pressmark {

// Runs the program for Ada, who has set nothing but her home, at the beginning of time.
struct ProgramRun {
  explicit ProgramRun(std::vector<std::string> const& arguments) {
    auto const at_home = [](std::string const& name) {
      return name == "HOME" ? std::optional<std::string>("/home/ada") : std::nullopt;
    };
    Context context{.out = out, .err = err, .environment = at_home, .now = {}};
    exit_status = run_program(arguments, context);
  }

  std::ostringstream out;
  std::ostringstream err;
  int exit_status = -1;
};

}  // namespace pressmark
