// The program `pressmark`: connects it to its process.
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <unistd.h>

#include "cli/process/last_words.h"
#include "cli/process/stop_signals.h"
#include "cli/process/terminal.h"
#include "cli/program.h"

int main(int argc, char** argv) {
  using namespace pressmark;
  occupy_standard_descriptors();
  say_last_words();
  std::ios::sync_with_stdio(false);
  // `pressmark search … | head` ends quietly when head does, even under a parent that ignores SIGPIPE.
  std::signal(SIGPIPE, SIG_DFL);
  // A file that reaches the limit on its size is an error like a full disk, not the end.
  std::signal(SIGXFSZ, SIG_IGN);

  auto const environment = [](std::string const& name) -> std::optional<std::string> {
    auto const* const value = std::getenv(name.c_str());
    return value != nullptr ? std::optional<std::string>(value) : std::nullopt;
  };
  Context context{
      .out = std::cout,
      .err = std::cerr,
      .environment = environment,
      .now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()),
      .out_is_terminal = is_terminal(STDOUT_FILENO),
      .err_is_terminal = is_terminal(STDERR_FILENO),
      .columns = terminal_columns(STDOUT_FILENO),
  };
  auto const status = run_program({argv + (argc > 0 ? 1 : 0), argv + argc}, context);
  if (context.was_stopped) end_by_stop_signal();
  return status;
}
