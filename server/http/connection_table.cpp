// Moves connections between lists, one for each phase.
#include "server/http/connection_table.h"

#include <iterator>

namespace pressmark {

ConnectionTable::Connections& ConnectionTable::in(Phase phase) {
  return by_phase_.at(static_cast<std::size_t>(phase));
}

std::size_t ConnectionTable::count(Phase phase) const {
  return by_phase_.at(static_cast<std::size_t>(phase)).size();
}

void ConnectionTable::add(Id id, int socket, Time now) {
  auto& newest = in(Phase::reading);
  newest.push_back({id, socket, Phase::reading, now});
  by_id_[id] = std::prev(newest.end());
}

void ConnectionTable::remove(Id id) {
  auto const found = by_id_.find(id);
  if (found == by_id_.end()) return;
  in(found->second->phase).erase(found->second);
  by_id_.erase(found);
}

void ConnectionTable::enter(Id id, Phase phase, Time now) {
  auto const found = by_id_.find(id);
  if (found == by_id_.end() || found->second->phase == Phase::ending) return;
  auto const connection = found->second;
  auto& to = in(phase);
  to.splice(to.end(), in(connection->phase), connection);
  connection->phase = phase;
  connection->since = now;
}

int ConnectionTable::take(Connections::iterator connection) {
  auto const socket = connection->socket;
  enter(connection->id, Phase::ending, connection->since);
  return socket;
}

std::vector<int> ConnectionTable::take_overdue(Phase phase, Span allowed, Time now) {
  std::vector<int> sockets;
  auto& connections = in(phase);
  while (!connections.empty() && now - connections.front().since > allowed) {
    sockets.push_back(take(connections.begin()));
  }
  return sockets;
}

std::optional<int> ConnectionTable::take_longest_reading() {
  auto& reading = in(Phase::reading);
  if (reading.empty()) return std::nullopt;
  return take(reading.begin());
}

}  // namespace pressmark
