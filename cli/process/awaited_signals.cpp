// Blocks the signals in the calling thread, and takes them up one by one.
#include "cli/process/awaited_signals.h"

#include <ctime>

namespace pressmark {

AwaitedSignals::AwaitedSignals() {
  ::sigemptyset(&signals_);
  for (int const signal : {SIGTERM, SIGINT, SIGHUP}) ::sigaddset(&signals_, signal);
  ::pthread_sigmask(SIG_BLOCK, &signals_, &before_);
}

AwaitedSignals::~AwaitedSignals() {
  ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

std::optional<int> AwaitedSignals::wait(std::chrono::nanoseconds most) const {
  auto const seconds = std::chrono::floor<std::chrono::seconds>(most);
  timespec const timeout{seconds.count(), (most - seconds).count()};
  int const signal = ::sigtimedwait(&signals_, nullptr, &timeout);
  return signal > 0 ? std::optional(signal) : std::nullopt;
}

void AwaitedSignals::release() const {
  sigset_t ending{};
  ::sigemptyset(&ending);
  for (int const signal : {SIGTERM, SIGINT}) ::sigaddset(&ending, signal);
  ::pthread_sigmask(SIG_UNBLOCK, &ending, nullptr);
}

}  // namespace pressmark
