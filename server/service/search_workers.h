// Threads that search, each with a searcher of its own.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "common/base/error.h"
#include "searcher/searcher.h"
#include "server/service/service_settings.h"

namespace pressmark {

// A thread's searcher for the settings that a task was given; opened when first needed, and anew
// for other settings.
class WorkerSearcher {
 public:
  // Throws what opening a store throws.
  [[nodiscard]] Searcher& for_settings(SharedSettings const& settings);

 private:
  SharedSettings settings_;
  std::optional<Searcher> searcher_;
};

class SearchWorkers {
 public:
  // Must not throw.
  using Task = std::function<void(WorkerSearcher&)>;

  explicit SearchWorkers(std::size_t threads);
  ~SearchWorkers() { close(); }
  SearchWorkers(SearchWorkers const&) = delete;
  SearchWorkers& operator=(SearchWorkers const&) = delete;

  // From any thread; tasks are begun in their order. False after close(): the task is not taken.
  [[nodiscard]] bool add(Task task);

  // How long the task that will be begun next has been waiting; zero if none is. From any thread.
  [[nodiscard]] std::chrono::nanoseconds longest_wait() const;

  // Finishes what is waiting, and ends the threads. Not from a task.
  void close();

 private:
  void work();
  [[nodiscard]] std::optional<Task> next();

  struct Waiting {
    Task task;
    std::chrono::steady_clock::time_point since;
  };

  mutable std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Waiting> waiting_;
  bool is_closed_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace pressmark
