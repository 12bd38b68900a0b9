// Adds up the rows of several threads, and keeps the first failure for the thread that waits.
#include "indexer/write/shard_threads.h"

#include <utility>

#include "indexer/write/start_thread.h"

namespace pressmark {
namespace {

// Unwinds a thread of which nobody awaits the result any more.
struct Abandoned {};

}  // namespace

ShardThreads::~ShardThreads() {
  std::lock_guard const lock(mutex_);
  is_stopping_ = true;
}

void ShardThreads::start(std::function<void(RowDone const&)> work) {
  {
    std::lock_guard const lock(mutex_);
    ++running_;
  }
  threads_.push_back(start_thread([this, work = std::move(work)] {
    std::exception_ptr failure;
    try {
      work([this] { count_row(); });
    } catch (...) {
      failure = std::current_exception();
    }
    end(std::move(failure));
  }));
}

void ShardThreads::wait(std::function<void(std::size_t)> const& rows_done) {
  std::size_t told = 0;
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [&] { return failure_ || running_ == 0 || rows_ != told; });
    if (failure_) std::rethrow_exception(failure_);
    if (rows_ == told) return;
    told = rows_;
    lock.unlock();
    rows_done(told);
    lock.lock();
  }
}

void ShardThreads::count_row() {
  {
    std::lock_guard const lock(mutex_);
    if (is_stopping_) throw Abandoned();
    ++rows_;
  }
  changed_.notify_one();
}

void ShardThreads::end(std::exception_ptr failure) {
  {
    std::lock_guard const lock(mutex_);
    --running_;
    if (failure && !failure_) failure_ = std::move(failure);
  }
  changed_.notify_one();
}

}  // namespace pressmark
