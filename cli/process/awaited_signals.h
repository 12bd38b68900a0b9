// Signals that a server waits for between its other duties.
#pragma once

#include <chrono>
#include <csignal>
#include <optional>
#include <signal.h>

namespace pressmark {

// While it lives, SIGTERM, SIGINT and SIGHUP interrupt nothing and wait until they are asked for. Every
// thread begun in that time inherits that, so this comes before the first. There is one object at a time.
class AwaitedSignals {
 public:
  AwaitedSignals();
  ~AwaitedSignals();
  AwaitedSignals(AwaitedSignals const&) = delete;
  AwaitedSignals& operator=(AwaitedSignals const&) = delete;

  // The next signal, if one comes within `most`.
  [[nodiscard]] std::optional<int> wait(std::chrono::nanoseconds most) const;

  // From now on SIGTERM and SIGINT end the process at once.
  void release() const;

 private:
  sigset_t signals_{};
  sigset_t before_{};
};

}  // namespace pressmark
