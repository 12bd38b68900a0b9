// How commands print what they share, and that output which is lost is an error, never a silence.
#pragma once

#include <ostream>
#include <string>

#include "cli/context.h"
#include "cli/options.h"
#include "operations/change/index_report.h"

namespace pressmark {

// Throws Error if something could not be written to `out`, with the reason the system gave
// last; `name` tells the user which output it is.
void require_written(std::ostream const& out, std::string const& name);

// Prints what a command did that brings posts into the store.
void print_report(IndexReport const& report, ReportFormat format, Context& context);

}  // namespace pressmark
