// Runs a command; the one place where errors end.
#include "cli/program.h"

#include <new>

#include "cli/command_line.h"
#include "cli/process/output.h"
#include "common/base/error.h"
#include "present/status.h"

namespace pressmark {

namespace {

int report(Error const& error, Context& context) {
  context.out.flush();  // what was found before stands before it
  context.err << "error: " << error.what() << '\n';
  if (!error.hint().empty()) context.err << "hint: " << error.hint() << '\n';
  context.was_stopped = error.code() == ErrorCode::interrupted;
  return status_of(error.code()).exit;
}

int run(std::vector<std::string> const& arguments, Context& context) {
  auto const exit_status = run_command_line(arguments, context);
  context.out.flush();
  require_written(context.out, "standard output");
  return exit_status;
}

}  // namespace

int run_program(std::vector<std::string> const& arguments, Context& context) {
  try {
    return run(arguments, context);
  } catch (Error const& error) {
    return report(error, context);
  } catch (std::bad_alloc const&) {
    return report(Error(ErrorCode::internal, "not enough memory"), context);
  } catch (std::exception const& failure) {
    return report(Error(ErrorCode::internal, std::string("unexpected failure: ") + failure.what(),
                        "this is a defect of pressmark; please report what led to it"),
                  context);
  } catch (...) {
    return report(Error(ErrorCode::internal, "unexpected failure of an unknown kind",
                        "this is a defect of pressmark; please report what led to it"),
                  context);
  }
}

}  // namespace pressmark
