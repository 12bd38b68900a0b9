// A queue of posts, threads that build their documents, and futures in the order of the posts.
#include "indexer/write/document_pipeline.h"

#include <exception>
#include <memory>
#include <utility>

#include "indexer/write/start_thread.h"

namespace pressmark {

DocumentPipeline::DocumentPipeline(std::size_t threads, Take take, std::function<Build()> make_build)
    : take_(std::move(take)), make_build_(std::move(make_build)) {
  if (threads == 0) build_here_ = make_build_();
  for (std::size_t i = 0; i < threads; ++i) {
    threads_.push_back(start_thread([this](std::stop_token const& stop) { work(stop); }));
  }
}

DocumentPipeline::~DocumentPipeline() {
  for (auto& thread : threads_) thread.request_stop();
}

DocumentPipeline::Build DocumentPipeline::build_documents() {
  return [builder = std::make_shared<DocumentBuilder>()](ArchivedPost const& post) {
    return builder->build(post);
  };
}

void DocumentPipeline::add(ArchivedPost const& post) {
  if (threads_.empty()) {
    take_(build_here_(post));
    return;
  }
  auto const bytes = post.post.html.size();
  auto const is_full = [&] {
    return pending_.size() >= kPostsPerThread * threads_.size() || pending_bytes_ + bytes > kMostBytes;
  };
  while (!pending_.empty() && is_full()) take_oldest();
  Task task{post, {}};
  pending_.push_back({task.built.get_future(), bytes});
  pending_bytes_ += bytes;
  {
    std::lock_guard const lock(mutex_);
    tasks_.push_back(std::move(task));
  }
  has_task_.notify_one();
}

void DocumentPipeline::finish() {
  while (!pending_.empty()) take_oldest();
}

void DocumentPipeline::take_oldest() {
  auto oldest = std::move(pending_.front());
  pending_.pop_front();
  pending_bytes_ -= oldest.bytes;
  take_(oldest.built.get());
}

void DocumentPipeline::work(std::stop_token const& stop) {
  Build build;
  while (auto task = next_task(stop)) {
    try {
      if (!build) build = make_build_();
      task->built.set_value(build(task->post));
    } catch (...) {
      task->built.set_exception(std::current_exception());
    }
  }
}

std::optional<DocumentPipeline::Task> DocumentPipeline::next_task(std::stop_token const& stop) {
  std::unique_lock lock(mutex_);
  if (!has_task_.wait(lock, stop, [&] { return !tasks_.empty(); }) || stop.stop_requested())
    return std::nullopt;
  auto task = std::move(tasks_.front());
  tasks_.pop_front();
  return task;
}

}  // namespace pressmark
