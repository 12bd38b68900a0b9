// What the service manager and this process tell each other (sd_notify(3), sd_listen_fds(3)).
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "cli/context.h"

namespace pressmark {

class ServiceNotice {
 public:
  // `socket` is the value of NOTIFY_SOCKET, or empty where nobody listens: then nothing is sent.
  explicit ServiceNotice(std::string socket) : socket_(std::move(socket)) {}

  // Sends assignments, one a line: "READY=1". What cannot be sent is lost without a word.
  void send(std::string_view assignments) const;

 private:
  std::string socket_;
};

// How often the manager wants to hear WATCHDOG=1: half of WATCHDOG_USEC; nothing if it does not.
[[nodiscard]] std::optional<std::chrono::microseconds> watchdog_pause(Environment const& environment);

// True if the manager passed this process a listening socket (LISTEN_PID and LISTEN_FDS).
[[nodiscard]] bool has_passed_socket(Environment const& environment);

}  // namespace pressmark
