// Handlers that do nothing but note the signal.
#include "cli/process/stop_signals.h"

#include <array>
#include <atomic>
#include <csignal>

namespace pressmark {
namespace {

constexpr auto kStopSignals = std::to_array({SIGINT, SIGTERM});

std::atomic<int> asked = 0;  // the signal that did
static_assert(std::atomic<int>::is_always_lock_free, "a handler may use it");

// Only what POSIX has async-signal-safe (signal-safety(7)).
void note(int signal) {
  asked = signal;
  for (int const one : kStopSignals) std::signal(one, SIG_DFL);
}

void replace(int signal, void (*from)(int), void (*to)(int)) {
  struct sigaction present = {};
  if (sigaction(signal, nullptr, &present) != 0 || present.sa_handler != from) return;
  present.sa_handler = to;
  present.sa_flags = SA_RESTART;
  sigaction(signal, &present, nullptr);
}

}  // namespace

StopSignals::StopSignals() {
  for (int const signal : kStopSignals) replace(signal, SIG_DFL, note);
}

StopSignals::~StopSignals() {
  for (int const signal : kStopSignals) replace(signal, note, SIG_DFL);
}

ShouldStop StopSignals::callback() const {
  return [] { return asked != 0; };
}

void end_by_stop_signal() {
  if (asked == 0) return;
  std::signal(asked, SIG_DFL);
  std::raise(asked);
}

}  // namespace pressmark
