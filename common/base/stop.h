// How long work is asked to stop before it is done.
#pragma once

#include <chrono>
#include <functional>

#include "common/base/error.h"

namespace pressmark {

// Asked often, from the thread that works: whether to give up. May be empty.
using ShouldStop = std::function<bool()>;

// The longest a wait may go without polling should_stop.
inline constexpr std::chrono::milliseconds kBetweenStopChecks{200};

// Throws Error{interrupted} if `should_stop` says so.
inline void stop_if_asked(ShouldStop const& should_stop) {
  if (!should_stop || !should_stop()) return;
  throw Error(ErrorCode::interrupted, "interrupted before the work was done",
              "run it again: it goes on where it stopped");
}

}  // namespace pressmark
