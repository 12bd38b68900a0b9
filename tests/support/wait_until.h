// Waiting, with a limit of time, for what another thread or process does.
#pragma once

#include <chrono>
#include <thread>

namespace pressmark {

// Longer by far than anything that tests wait for takes, even on a slow machine.
inline constexpr std::chrono::seconds kTestPatience{60};

// True as soon as `is_so()` is, which is called again and again; false if it is not within `patience`.
template <typename Condition>
[[nodiscard]] bool wait_until(Condition const& is_so, std::chrono::milliseconds patience = kTestPatience) {
  for (auto const end = std::chrono::steady_clock::now() + patience; !is_so();) {
    if (std::chrono::steady_clock::now() >= end) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return true;
}

}  // namespace pressmark
