// Whose turn it is: requests wait in line for their host, which gets one at a time.
#pragma once

#include <chrono>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indexer/fetch/pending_fetch.h"

namespace pressmark {

// A host is what url_host() says of a request's URL; its ports, and "www.", are one host.
class HostQueues {
 public:
  using Time = std::chrono::steady_clock::time_point;

  // `pause` is kept between the end of a request to a host and the start of the next.
  explicit HostQueues(std::chrono::milliseconds pause) : pause_(pause) {}

  void add(PendingFetch pending);
  void add_first(PendingFetch pending);

  // Takes a request whose host is free at `now`, and busy from then on; of several the one whose host has
  // been free for longest.
  [[nodiscard]] std::optional<PendingFetch> take_due(Time now);

  // The request to `host` has ended.
  void release(std::string const& host, Time now);

  // Asks `host` nothing before `until`.
  void hold(std::string const& host, Time until);

  // Makes the pause for `host` at least `pause`.
  void slow_down(std::string const& host, std::chrono::milliseconds pause);

  // Takes all that wait for `host`.
  [[nodiscard]] std::deque<PendingFetch> take_all(std::string const& host);

  [[nodiscard]] bool is_empty() const;

  // When the next request is due, busy hosts apart; Time::max() if none is.
  [[nodiscard]] Time next_due() const;

 private:
  struct Host {
    std::deque<PendingFetch> waiting;
    std::chrono::milliseconds pause;
    Time free_at{};
    bool is_busy = false;

    [[nodiscard]] bool has_turn() const { return !is_busy && !waiting.empty(); }
  };
  using Hosts = std::map<std::string, Host>;

  Host& host(std::string const& name);
  [[nodiscard]] Hosts::const_iterator next() const;

  std::chrono::milliseconds pause_;
  Hosts hosts_;
};

}  // namespace pressmark
