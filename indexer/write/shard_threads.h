// Threads that write the shards of an index, and the thread that waits for them.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace pressmark {

// Belongs to one thread. The destructor makes the others give up at their next row, and waits for them.
class ShardThreads {
 public:
  // Counts a row. Throws, to unwind its thread, once the others should give up.
  using RowDone = std::function<void()>;

  ShardThreads() = default;
  ~ShardThreads();
  ShardThreads(ShardThreads const&) = delete;
  ShardThreads& operator=(ShardThreads const&) = delete;

  // Runs `work` in a thread of its own.
  void start(std::function<void(RowDone const&)> work);

  // Waits until all work is done; calls `rows_done(rows)` whenever rows came, with their number in all
  // threads. Throws what `rows_done` throws, and what the first thread threw that failed.
  void wait(std::function<void(std::size_t)> const& rows_done);

 private:
  void count_row();
  void end(std::exception_ptr failure);

  std::mutex mutex_;  // guards all but threads_
  std::condition_variable changed_;
  std::size_t rows_ = 0;
  std::size_t running_ = 0;
  bool is_stopping_ = false;
  std::exception_ptr failure_;
  std::vector<std::jthread> threads_;
};

}  // namespace pressmark
