// Hands tasks to threads.
#include "server/service/search_workers.h"

#include <utility>

namespace pressmark {

Searcher& WorkerSearcher::for_settings(SharedSettings const& settings) {
  if (settings != settings_) searcher_.reset();
  settings_ = settings;
  if (!searcher_) searcher_.emplace(settings->store, settings->weights);
  return *searcher_;
}

SearchWorkers::SearchWorkers(std::size_t threads) {
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

bool SearchWorkers::add(Task task) {
  {
    std::lock_guard const lock(mutex_);
    if (is_closed_) return false;
    waiting_.push_back({std::move(task), std::chrono::steady_clock::now()});
  }
  arrived_.notify_one();
  return true;
}

std::chrono::nanoseconds SearchWorkers::longest_wait() const {
  std::lock_guard const lock(mutex_);
  if (waiting_.empty()) return {};
  return std::chrono::steady_clock::now() - waiting_.front().since;
}

void SearchWorkers::close() {
  {
    std::lock_guard const lock(mutex_);
    is_closed_ = true;
  }
  arrived_.notify_all();
  threads_.clear();  // joins them
}

std::optional<SearchWorkers::Task> SearchWorkers::next() {
  std::unique_lock lock(mutex_);
  arrived_.wait(lock, [&] { return is_closed_ || !waiting_.empty(); });
  if (waiting_.empty()) return std::nullopt;
  auto task = std::move(waiting_.front().task);
  waiting_.pop_front();
  return task;
}

void SearchWorkers::work() {
  WorkerSearcher searcher;
  while (auto const task = next()) (*task)(searcher);
}

}  // namespace pressmark
