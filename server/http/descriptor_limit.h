// How many connections the process may have open.
#pragma once

#include <cstddef>

namespace pressmark {

// As many of `wanted` connections as this process may have beside `others` open files. Raises the
// process's soft limit of open files (RLIMIT_NOFILE) as far as that needs and the hard one allows.
[[nodiscard]] std::size_t affordable_connections(std::size_t wanted, std::size_t others);

}  // namespace pressmark
