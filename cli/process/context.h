// What a command runs in: everything of the process it may touch besides files.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <ostream>
#include <string>

#include "common/base/time.h"

namespace pressmark {

// The value of an environment variable, if it is set.
using Environment = std::function<std::optional<std::string>(std::string const& name)>;

struct Context {
  std::ostream& out;  // results
  std::ostream& err;  // everything else
  Environment environment;
  Timestamp now;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::size_t columns = 80;  // of the terminal, as far as text should use them
  bool was_stopped = false;  // set by a command that gave up because a signal asked it to
};

}  // namespace pressmark
