// Turns a failed stream into an error.
#include "cli/process/output.h"

#include <cerrno>
#include <system_error>

#include "common/base/error.h"

namespace pressmark {

void require_written(std::ostream const& out, std::string const& name) {
  if (out) return;
  auto const reason = errno == 0 ? std::string() : ": " + std::generic_category().message(errno);
  auto const code = errno == ENOSPC ? ErrorCode::disk_full : ErrorCode::store_unwritable;
  throw Error(code, "cannot write to " + name + reason);
}

}  // namespace pressmark
