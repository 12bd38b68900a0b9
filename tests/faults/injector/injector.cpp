// Reads the environment and lets the chosen call go wrong.
#include "injector.h"

#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

#include "next_function.h"

namespace pressmark {
namespace {

std::string_view setting(char const* name) {
  auto const* const value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

FaultKind wanted_fault() {
  auto const name = setting("PRESSMARK_FAULT");
  if (name == "kill") return FaultKind::kill;
  if (name == "kill-after") return FaultKind::kill_after;
  if (name.starts_with("power-cut")) return FaultKind::power_cut;
  if (name == "stop") return FaultKind::stop;
  if (name == "eio") return FaultKind::eio;
  if (name == "enospc") return FaultKind::enospc;
  if (name == "short-write") return FaultKind::short_write;
  return FaultKind::none;
}

int open_log() {
  auto const path = setting("PRESSMARK_FAULT_LOG");
  if (path.empty()) return -1;
  static auto* next = next_function<int(char const*, int, ...)>("open");
  return next(path.data(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
}

}  // namespace

Injector::Injector()
    : root_(setting("PRESSMARK_FAULT_ROOT")),
      kind_(wanted_fault()),
      cut_(setting("PRESSMARK_FAULT") == "power-cut" ? PowerCut::undoes_all : PowerCut::undoes_some),
      at_(std::atol(std::string(setting("PRESSMARK_FAULT_AT")).c_str())),
      log_(open_log()),
      unsynced_(root_ + ".attic") {}

std::unique_lock<std::mutex> Injector::turn() {
  return kind_ == FaultKind::power_cut ? std::unique_lock(mutex_) : std::unique_lock<std::mutex>();
}

Outcome Injector::outcome_of(char const* call, std::string const& path, Demand demand) {
  if (!is_below_root(path)) return Outcome::succeed;
  auto const number = ++count_;
  log(call, path);
  if (number < at_) return Outcome::succeed;
  bool const is_the_one = number == at_;
  switch (kind_) {
    case FaultKind::none:
      break;
    case FaultKind::kill:
      if (is_the_one) ::raise(SIGKILL);
      break;
    case FaultKind::power_cut:
      if (!is_the_one) break;
      unsynced_.undo(cut_, static_cast<std::uint32_t>(at_));
      ::raise(SIGKILL);
      break;
    case FaultKind::stop:
      if (is_the_one) ::raise(SIGSTOP);
      break;
    case FaultKind::kill_after:
      if (is_the_one) return Outcome::succeed_then_die;
      break;
    case FaultKind::eio:
      if (is_the_one) return Outcome::fail_with_eio;
      break;
    case FaultKind::enospc:
      if (demand == Demand::space) return Outcome::fail_with_enospc;
      break;
    case FaultKind::short_write:
      if (demand == Demand::space) return is_the_one ? Outcome::write_half : Outcome::fail_with_enospc;
      break;
  }
  return Outcome::succeed;
}

void Injector::end() {
  auto const held = turn();
  if (kind_ == FaultKind::power_cut) unsynced_.undo(cut_, static_cast<std::uint32_t>(at_));
}

bool Injector::is_below_root(std::string_view path) const {
  if (root_.empty() || !path.starts_with(root_)) return false;
  return path.size() == root_.size() || path[root_.size()] == '/';
}

void Injector::log(char const* call, std::string const& path) const {
  if (log_ == -1) return;
  static auto* next = next_function<ssize_t(int, void const*, std::size_t)>("write");
  auto const line = std::string(call) + ' ' + path + '\n';
  [[maybe_unused]] auto const written = next(log_, line.data(), line.size());
}

}  // namespace pressmark
