// Asks the terminal and the environment how text may look.
#include "cli/process/terminal.h"

#include <algorithm>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace pressmark {

void occupy_standard_descriptors() {
  int descriptor = 0;
  do {
    descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC);
  } while (descriptor >= 0 && descriptor <= STDERR_FILENO);
  if (descriptor >= 0) close(descriptor);
}

bool is_terminal(int descriptor) {
  return isatty(descriptor) == 1;
}

std::size_t terminal_columns(int descriptor) {
  constexpr std::size_t kUnknown = 80;
  constexpr std::size_t kReadable = 100;
  winsize size{};
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kUnknown;
  return std::min<std::size_t>(size.ws_col, kReadable);
}

bool use_color(ColorChoice choice, Context const& context) {
  if (choice != ColorChoice::automatic) return choice == ColorChoice::always;
  auto const value_of = [&](char const* name) { return context.environment(name).value_or(""); };
  if (!value_of("NO_COLOR").empty()) return false;
  if (auto const force = value_of("CLICOLOR_FORCE"); !force.empty() && force != "0") return true;
  return context.out_is_terminal && value_of("TERM") != "dumb";
}

TextStyle text_style(ColorChoice choice, Context const& context) {
  auto const color = use_color(choice, context);
  return {.columns = context.columns, .color = color, .hyperlinks = color && context.out_is_terminal};
}

}  // namespace pressmark
