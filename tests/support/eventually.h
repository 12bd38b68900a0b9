// Waiting that ends: for what another thread or process does in its own time.
#pragma once

#include <chrono>
#include <concepts>
#include <thread>

namespace pressmark {

// Whether `condition` comes true within half a minute, which is many times what anything in the tests takes.
// It is asked again and again, after each pause, in the caller's thread.
template <std::predicate Condition>
[[nodiscard]] bool eventually(Condition const& condition,
                              std::chrono::milliseconds pause = std::chrono::milliseconds(1)) {
  auto const end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  while (!condition()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(pause);
  }
  return true;
}

}  // namespace pressmark
