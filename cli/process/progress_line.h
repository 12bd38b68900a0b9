// A line on the terminal that tells how far a command has come.
#pragma once

#include <chrono>
#include <functional>
#include <optional>

#include "cli/process/context.h"
#include "common/base/progress.h"

namespace pressmark {

// Shows progress on standard error if that is a terminal, and nothing at all otherwise. The line
// appears when the work takes longer than most does, is rewritten in place a few times a second and
// wiped away at the end of the object's life. Has to outlive the callback that it gives.
class ProgressLine {
 public:
  using Clock = std::function<std::chrono::steady_clock::time_point()>;

  explicit ProgressLine(Context& context, Clock clock = std::chrono::steady_clock::now);
  ~ProgressLine();
  ProgressLine(ProgressLine const&) = delete;
  ProgressLine& operator=(ProgressLine const&) = delete;

  // Empty where nobody watches.
  [[nodiscard]] ReportProgress callback();

 private:
  void show(Progress const& progress);

  Context& context_;
  Clock clock_;
  std::string_view stage_;                             // of the last call
  std::chrono::steady_clock::time_point stage_began_;  // when it became that
  std::chrono::steady_clock::time_point next_;         // when the line may be written next
  bool is_shown_ = false;
};

}  // namespace pressmark
