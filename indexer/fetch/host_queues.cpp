// Of the hosts that have a request and may be asked, the one that has been free for longest is next.
#include "indexer/fetch/host_queues.h"

#include <algorithm>
#include <utility>

#include "common/url/url.h"

namespace pressmark {

void HostQueues::add(PendingFetch pending) {
  auto& waiting = host(url_host(pending.url)).waiting;
  waiting.push_back(std::move(pending));
}

void HostQueues::add_first(PendingFetch pending) {
  auto& waiting = host(url_host(pending.url)).waiting;
  waiting.push_front(std::move(pending));
}

std::optional<PendingFetch> HostQueues::take_due(Time now) {
  auto const found = next();
  if (found == hosts_.end() || found->second.free_at > now) return std::nullopt;
  auto& chosen = host(found->first);
  auto pending = std::move(chosen.waiting.front());
  chosen.waiting.pop_front();
  chosen.is_busy = true;
  return pending;
}

void HostQueues::release(std::string const& name, Time now) {
  auto& released = host(name);
  released.is_busy = false;
  released.free_at = std::max(released.free_at, now + released.pause);
}

void HostQueues::hold(std::string const& name, Time until) {
  auto& held = host(name);
  held.free_at = std::max(held.free_at, until);
}

void HostQueues::slow_down(std::string const& name, std::chrono::milliseconds pause) {
  auto& slowed = host(name);
  slowed.free_at += std::max(slowed.pause, pause) - slowed.pause;  // the pause that has begun counts
  slowed.pause = std::max(slowed.pause, pause);
}

std::deque<PendingFetch> HostQueues::take_all(std::string const& name) {
  return std::exchange(host(name).waiting, {});
}

bool HostQueues::is_empty() const {
  return std::all_of(hosts_.begin(), hosts_.end(),
                     [](auto const& entry) { return entry.second.waiting.empty(); });
}

HostQueues::Time HostQueues::next_due() const {
  auto const found = next();
  return found == hosts_.end() ? Time::max() : found->second.free_at;
}

HostQueues::Host& HostQueues::host(std::string const& name) {
  return hosts_.try_emplace(name, Host{{}, pause_}).first->second;
}

HostQueues::Hosts::const_iterator HostQueues::next() const {
  auto const rank = [](auto const& entry) {
    return std::pair(!entry.second.has_turn(), entry.second.free_at);
  };
  auto const found = std::min_element(hosts_.begin(), hosts_.end(),
                                      [&](auto const& a, auto const& b) { return rank(a) < rank(b); });
  return found == hosts_.end() || !found->second.has_turn() ? hosts_.end() : found;
}

}  // namespace pressmark
