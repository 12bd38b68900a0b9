// Which connections there are, what each waits for, and since when.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <list>
#include <optional>
#include <unordered_map>
#include <vector>

namespace pressmark {

// Keeps connections in the order in which they came to their phase; no operation looks at more of
// them than it returns. Not thread-safe.
class ConnectionTable {
 public:
  using Id = void const*;
  using Time = std::chrono::steady_clock::time_point;
  using Span = std::chrono::duration<double>;

  enum class Phase {
    reading,    // the client owes a request, or the rest of one
    answering,  // we owe an answer, or the client takes it
    ending,     // taken out by take_overdue() or take_longest_reading()
  };

  void add(Id id, int socket, Time now);
  void remove(Id id);
  // Nothing happens to one that is ending, or unknown.
  void enter(Id id, Phase phase, Time now);

  [[nodiscard]] std::size_t size() const { return by_id_.size(); }
  [[nodiscard]] std::size_t count(Phase phase) const;

  // The sockets of those that have been in `phase` for longer than `allowed`. They are ending now.
  [[nodiscard]] std::vector<int> take_overdue(Phase phase, Span allowed, Time now);

  // The socket of the one that has been reading for longest, if there is any. It is ending now.
  [[nodiscard]] std::optional<int> take_longest_reading();

 private:
  struct Connection {
    Id id;
    int socket;
    Phase phase;
    Time since;
  };
  using Connections = std::list<Connection>;

  [[nodiscard]] Connections& in(Phase phase);
  int take(Connections::iterator connection);

  std::array<Connections, 3> by_phase_;  // longest there first
  std::unordered_map<Id, Connections::iterator> by_id_;
};

}  // namespace pressmark
