// The time limit of a search, and whether anything was left out because of it.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <utility>

namespace pressmark {

using SteadyTime = std::chrono::steady_clock::time_point;

struct Deadline {
  SteadyTime at;
  std::function<SteadyTime()> clock = std::chrono::steady_clock::now;  // gives the present time
};

// The time of one piece of work, which asks before each of its steps and leaves out what it has no
// more time for. Once over, it stays so. Not thread-safe.
class TimeLimit {
 public:
  TimeLimit() = default;  // there is none
  explicit TimeLimit(std::optional<Deadline> deadline) : deadline_(std::move(deadline)) {}

  [[nodiscard]] bool exists() const noexcept { return deadline_.has_value(); }

  // Looks at the clock, which takes some 25 ns.
  [[nodiscard]] bool is_over() {
    if (deadline_ && !over_) over_ = deadline_->clock() >= deadline_->at;
    return over_;
  }

  // The same for steps of microseconds and less: only the first of kStepsPerLook calls looks.
  [[nodiscard]] bool is_over_at_step() {
    if (steps_++ % kStepsPerLook == 0) return is_over();
    return over_;
  }

  // Whether somebody who asked was told so: then something was left out.
  [[nodiscard]] bool was_over() const noexcept { return over_; }

  static constexpr unsigned kStepsPerLook = 16;

 private:
  std::optional<Deadline> deadline_;
  bool over_ = false;
  unsigned steps_ = 0;
};

}  // namespace pressmark
