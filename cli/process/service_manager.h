// The service manager that started this process, if one did: sd_notify(3) and sd_listen_fds(3) without
// their library.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "cli/process/context.h"

namespace pressmark {

// What is said to the socket that NOTIFY_SOCKET names. Nothing is sent where there is none, and what
// cannot be sent is lost without a word: the manager may be gone, and the work goes on.
class NotifySocket {
 public:
  explicit NotifySocket(Environment const& environment);

  [[nodiscard]] bool listens() const { return !socket_.empty(); }

  // Sends assignments, one a line: "READY=1".
  void send(std::string_view assignments) const;

  // What the manager shows of a service at work. It is due once a second, and sent whenever asked.
  [[nodiscard]] bool is_status_due() const;
  void send_status(std::string_view status);

 private:
  std::string socket_;
  std::optional<std::chrono::steady_clock::time_point> sent_;  // the last status
};

// How often the manager wants to hear WATCHDOG=1: half of WATCHDOG_USEC; nothing if it does not.
[[nodiscard]] std::optional<std::chrono::microseconds> watchdog_pause(Environment const& environment);

// True if the manager passed this process a listening socket (LISTEN_PID and LISTEN_FDS).
[[nodiscard]] bool has_passed_socket(Environment const& environment);

}  // namespace pressmark
