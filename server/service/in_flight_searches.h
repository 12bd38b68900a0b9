// How many searches wait for a worker, and the tickets they wait with.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>

namespace pressmark {

// Safe to use from several threads. Has to outlive its tickets.
class InFlightSearches {
  struct Release {
    void operator()(std::atomic<std::size_t>* count) const noexcept { --*count; }
  };

 public:
  // Counts one search until it is destroyed or reset; whatever becomes of the search, its place is free
  // again.
  using Ticket = std::unique_ptr<std::atomic<std::size_t>, Release>;

  // Nothing if `most` searches have tickets.
  [[nodiscard]] Ticket admit(std::size_t most) noexcept {
    ++count_;
    Ticket ticket(&count_);
    if (count_ > most) ticket.reset();
    return ticket;
  }

  [[nodiscard]] std::size_t count() const noexcept { return count_; }

 private:
  std::atomic<std::size_t> count_ = 0;
};

}  // namespace pressmark
