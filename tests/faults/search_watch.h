// Searches that go on while a store is written.
#pragma once

#include <atomic>
#include <cstddef>
#include <filesystem>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace pressmark {

class Searcher;

// An answer as text: totals, facets, and each hit with its title and snippet.
struct WatchedAnswer {
  std::string version;
  std::string text;
};

// The queries that are asked.
[[nodiscard]] std::vector<std::string> const& watched_queries();

[[nodiscard]] WatchedAnswer ask(Searcher& searcher, std::string const& query);

// The text of each query's answer; all empty for a store without an index.
[[nodiscard]] std::map<std::string, std::string> answers_in(std::filesystem::path const& store);

// Asks in several threads, from construction until stop().
class SearchWatch {
 public:
  explicit SearchWatch(std::filesystem::path store);

  void stop();

  // To be asked after stop().
  [[nodiscard]] std::size_t queries() const { return queries_; }
  // What searches threw, but for the lack of an index that there never was.
  [[nodiscard]] std::vector<std::string> const& failures() const { return failures_; }
  // By query: what it was answered.
  [[nodiscard]] std::map<std::string, std::set<std::string>> const& answers() const { return answers_; }
  // Queries that one version answered in more ways than one.
  [[nodiscard]] std::set<std::string> const& torn() const { return torn_; }

 private:
  void ask_until(std::stop_token const& stop);
  void note(std::string const& query, WatchedAnswer const& answer);
  void note_failure(std::string const& what);

  std::filesystem::path store_;
  std::atomic<std::size_t> queries_{0};
  std::mutex mutex_;
  std::vector<std::string> failures_;
  std::map<std::string, std::set<std::string>> answers_;
  std::map<std::string, std::string> by_version_;
  std::set<std::string> torn_;
  std::vector<std::jthread> threads_;
};

}  // namespace pressmark
