// Work that comes round again and again, on a thread of its own.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace pressmark {

// Calls `task`, which must not throw, every `interval` until it is destroyed; the first time after one.
class PeriodicTask {
 public:
  PeriodicTask(std::chrono::milliseconds interval, std::function<void()> const& task)
      : thread_([this, interval, task](std::stop_token const& stop) {
          std::unique_lock lock(mutex_);
          while (!ended_.wait_for(lock, stop, interval, [&] { return stop.stop_requested(); })) task();
        }) {}

 private:
  std::mutex mutex_;  // guards nothing: the condition wants one
  std::condition_variable_any ended_;
  std::jthread thread_;
};

}  // namespace pressmark
