// What the commands that bring posts into the store print in the end.
#pragma once

#include "cli/process/context.h"
#include "cli/syntax/shared_options.h"
#include "operations/change/index_report.h"

namespace pressmark {

// Prints `report`; the first few problems go to context.err where people read along.
void print_report(IndexReport const& report, ReportFormat format, Context& context);

}  // namespace pressmark
