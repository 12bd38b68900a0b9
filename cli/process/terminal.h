// What standard output and standard error are connected to.
#pragma once

#include <cstddef>

#include "cli/process/context.h"
#include "present/text/text_style.h"

namespace pressmark {

enum class ColorChoice { automatic, always, never };

// Fills those of the descriptors 0, 1 and 2 that the parent closed, so that no file opened later
// gets the number of a standard stream and with it what is printed. Writing to them still fails.
void occupy_standard_descriptors();

// True if file descriptor `descriptor` is a terminal.
[[nodiscard]] bool is_terminal(int descriptor);

// Width of the terminal at `descriptor`, at most 100 (longer lines are hard to read); 80 where
// there is no terminal or it does not tell.
[[nodiscard]] std::size_t terminal_columns(int descriptor);

// Whether standard output gets colours: as asked for; else not with NO_COLOR, always with
// CLICOLOR_FORCE, and on terminals that are not dumb.
[[nodiscard]] bool use_color(ColorChoice choice, Context const& context);

// How text looks on standard output: coloured as `choice` says, with links on terminals.
[[nodiscard]] TextStyle text_style(ColorChoice choice, Context const& context);

}  // namespace pressmark
