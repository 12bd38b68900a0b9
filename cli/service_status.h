// What systemd shows of a service at work: sd_notify(3) without its library.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "cli/context.h"

namespace pressmark {

// Sends a line of status to the socket that NOTIFY_SOCKET names, at most once a second. Does nothing
// where there is none, and lets be what cannot be sent.
class ServiceStatus {
 public:
  explicit ServiceStatus(Environment const& environment);

  [[nodiscard]] bool is_watched() const { return !socket_.empty(); }
  [[nodiscard]] bool is_due() const;
  void send(std::string_view status);  // whether or not it is due

 private:
  std::string socket_;
  std::optional<std::chrono::steady_clock::time_point> sent_;
};

}  // namespace pressmark
