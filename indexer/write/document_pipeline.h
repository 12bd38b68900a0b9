// Documents built by several threads, in the order of their posts.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

#include "indexer/archive/archive.h"
#include "indexer/write/document_builder.h"

namespace pressmark {

// Belongs to one thread: there posts go in and documents come out. At most kPostsPerThread posts
// for each thread, and kMostBytes of HTML but for one post, are under way; a document leaves its
// thread wholly. The destructor abandons what is under way and waits for the threads.
class DocumentPipeline {
 public:
  using Build = std::function<BuiltDocument(ArchivedPost const&)>;
  using Take = std::function<void(BuiltDocument const&)>;

  static constexpr std::size_t kPostsPerThread = 8;
  static constexpr std::size_t kMostBytes = std::size_t{4} << 20;

  // Starts `threads`; with none of them documents are built as posts are added. Each thread builds
  // with what `make_build` gives it, from within that thread.
  DocumentPipeline(std::size_t threads, Take take, std::function<Build()> make_build = build_documents);
  ~DocumentPipeline();
  DocumentPipeline(DocumentPipeline const&) = delete;
  DocumentPipeline& operator=(DocumentPipeline const&) = delete;

  // May hand documents of earlier posts to `take`. Throws what it throws, and what building one of
  // them threw; nothing can be added then.
  void add(ArchivedPost const& post);
  // Waits for what is under way, and hands it over.
  void finish();

 private:
  struct Task {
    ArchivedPost post;
    std::promise<BuiltDocument> built;
  };
  struct Pending {
    std::future<BuiltDocument> built;
    std::size_t bytes = 0;
  };

  static Build build_documents();
  void work(std::stop_token const& stop);
  std::optional<Task> next_task(std::stop_token const& stop);
  void take_oldest();

  Take take_;
  std::function<Build()> make_build_;
  Build build_here_;  // without threads
  std::deque<Pending> pending_;
  std::size_t pending_bytes_ = 0;

  std::mutex mutex_;
  std::condition_variable_any has_task_;
  std::deque<Task> tasks_;  // guarded by mutex_
  std::vector<std::jthread> threads_;
};

}  // namespace pressmark
