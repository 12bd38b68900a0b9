// --help and --version.
#include "cli/commands.h"
#include "present/status.h"

namespace pressmark {

int run_command(HelpOptions const& options, Context& context) {
  context.out << options.text;
  return kExitDone;
}

}  // namespace pressmark
