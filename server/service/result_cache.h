// Answers that were given lately, to be given again.
#pragma once

#include <cstddef>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "server/answer/answer_facts.h"
#include "server/http/response.h"

namespace pressmark {

// A body as it is sent, under the version of the index that it tells of.
struct CachedAnswer {
  Body body;
  std::string version;
  bool is_packed = false;  // with gzip
  int status = 200;
  AnswerFacts facts{};  // of one that is kept without stages; partial ones are not to be kept
};

// False for an answer that another time may be another, or more: not to be kept.
[[nodiscard]] inline bool is_whole(CachedAnswer const& answer) {
  return answer.status == 200 && !answer.facts.is_partial;
}

// Keeps what was used last, up to a number of bytes. Safe to use from several threads.
class ResultCache {
 public:
  explicit ResultCache(std::size_t max_bytes) : max_bytes_(max_bytes) {}

  [[nodiscard]] std::optional<CachedAnswer> find(std::string const& key);
  void insert(std::string const& key, CachedAnswer answer);

  // What the answers take, about.
  [[nodiscard]] std::size_t bytes() const;

  // Drops what goes beyond.
  void set_max_bytes(std::size_t max_bytes);

 private:
  struct Entry {
    std::string key;
    CachedAnswer answer;
    [[nodiscard]] std::size_t bytes() const;
  };
  using Entries = std::list<Entry>;

  void drop(Entries::iterator entry);
  void shrink();

  mutable std::mutex mutex_;
  std::size_t max_bytes_;
  std::size_t bytes_ = 0;
  Entries entries_;  // used last first
  std::unordered_map<std::string_view, Entries::iterator> by_key_;
};

}  // namespace pressmark
