// Which call goes wrong, and how.
#pragma once

#include <atomic>
#include <mutex>
#include <string>
#include <string_view>

#include "unsynced_changes.h"

namespace pressmark {

enum class FaultKind { none, kill, kill_after, power_cut, stop, eio, enospc, short_write };

// What a call asks of the disk.
enum class Demand { space, none };

enum class Outcome { succeed, succeed_then_die, write_half, fail_with_eio, fail_with_enospc };

// Counts the calls below the root and decides what becomes of each, as the environment says
// (intercepted_calls.cpp). Safe to use from several threads.
class Injector {
 public:
  Injector();

  // Held from the decision on a call to its end where the moment of a power cut has to be one moment.
  [[nodiscard]] std::unique_lock<std::mutex> turn();

  [[nodiscard]] Outcome outcome_of(char const* call, std::string const& path, Demand demand);

  // Does `call`, which makes `change` to `path`, and remembers what would undo it.
  template <typename Call>
  auto perform(std::string const& path, Change const& change, Call call) -> decltype(call()) {
    bool const matters =
        is_below_root(path) || change.kind == Change::Kind::sync;  // of the root's parent, too
    if (kind_ != FaultKind::power_cut || !matters) return call();
    auto const before = unsynced_.before(change);
    auto const result = call();
    if (result != -1) unsynced_.after(change, before);
    return result;
  }

  // A power cut that no call met comes after the last one.
  void end();

 private:
  [[nodiscard]] bool is_below_root(std::string_view path) const;
  void log(char const* call, std::string const& path) const;

  std::string root_;
  FaultKind kind_;
  PowerCut cut_;
  long at_;
  int log_;
  std::atomic<long> count_{0};
  std::mutex mutex_;
  UnsyncedChanges unsynced_;
};

}  // namespace pressmark
