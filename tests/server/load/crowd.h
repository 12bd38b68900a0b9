// Connections that hold places in a server and ask nothing.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/base/file_descriptor.h"

namespace pressmark {

// Opened together at `port` of this machine, and kept until the other side ends them. Raises the
// limit of open files of this process as far as needed. Not thread-safe.
class Crowd {
 public:
  // Connects `count` times and sends `beginning` on each. Throws std::system_error.
  Crowd(int port, std::size_t count, std::string_view beginning);

  // Sends a byte on each that is still open.
  void send_byte();

  // How many the other side has not ended by now.
  [[nodiscard]] std::size_t open();

 private:
  std::vector<FileDescriptor> sockets_;
};

}  // namespace pressmark
