// Connections to servers of this machine.
#pragma once

#include "common/base/file_descriptor.h"

namespace pressmark {

// A socket that is connected to `port` of 127.0.0.1. Throws std::system_error.
[[nodiscard]] FileDescriptor connect_to(int port);

}  // namespace pressmark
