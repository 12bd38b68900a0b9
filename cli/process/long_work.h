// What long commands have in common: they report progress, and a signal can stop them.
#pragma once

#include <chrono>
#include <string_view>

#include "cli/process/context.h"
#include "cli/process/progress_line.h"
#include "cli/process/service_manager.h"
#include "cli/process/stop_signals.h"
#include "common/base/progress.h"
#include "common/base/stop.h"

namespace pressmark {

// From the beginning of the work to its end. Has to outlive the callbacks that it gives.
class LongWork {
 public:
  explicit LongWork(Context& context) : line_(context), service_(context.environment) {}

  // Empty where nobody watches.
  [[nodiscard]] ReportProgress progress();
  [[nodiscard]] ShouldStop should_stop() const { return signals_.callback(); }

  // Leaves `summary` as the status of the service, if it is one.
  void finish(std::string_view summary);

 private:
  StopSignals const signals_;
  ProgressLine line_;
  NotifySocket service_;
};

}  // namespace pressmark
