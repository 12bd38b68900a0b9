// Requests to stop: SIGINT and SIGTERM while a long command works.
#pragma once

#include "common/base/stop.h"

namespace pressmark {

// While it lives, the first of the two signals only asks to stop, so that the command can end in good
// order; a second one ends the process at once. A signal that the parent has ignored stays so. There
// is one object at a time.
class StopSignals {
 public:
  StopSignals();
  ~StopSignals();
  StopSignals(StopSignals const&) = delete;
  StopSignals& operator=(StopSignals const&) = delete;

  // May be asked in any thread.
  [[nodiscard]] ShouldStop callback() const;
};

// Ends the process as the signal that asked to stop would have, so that whoever started it sees why;
// returns where none did.
void end_by_stop_signal();

}  // namespace pressmark
