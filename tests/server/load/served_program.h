// `pressmark serve` as a process, and what it takes of the machine.
#pragma once

#include <cstddef>
#include <filesystem>

#include "tests/support/process.h"

namespace pressmark {

class ServedProgram {
 public:
  // Serves `store` at a free port of this machine, with the settings it has without a configuration.
  // Throws std::runtime_error if it does not listen within ten seconds.
  explicit ServedProgram(std::filesystem::path const& store);

  [[nodiscard]] int port() const { return port_; }

  // Now, as /proc tells.
  [[nodiscard]] std::size_t resident_bytes() const;
  [[nodiscard]] std::size_t descriptors() const;

  // Asks it to end, and waits until it has.
  [[nodiscard]] ProcessEnd stop();

 private:
  Process process_;
  int port_ = 0;
};

}  // namespace pressmark
