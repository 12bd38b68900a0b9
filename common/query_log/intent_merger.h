// Keystrokes to intents: of the searches that one reader's box sends while a query is typed, the last
// is what the reader wanted.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <list>
#include <unordered_map>

#include "common/query_log/answered_search.h"

namespace pressmark {

// Not thread-safe.
class IntentMerger {
 public:
  using Time = std::chrono::steady_clock::time_point;
  using OnIntent = std::function<void(ReaderKey const& reader, SharedSearch const& search)>;

  // Calls `on_intent` with each search that nothing will follow up any more.
  explicit IntentMerger(OnIntent on_intent) : on_intent_(std::move(on_intent)) {}

  // A search goes on with the reader's last one, which was no longer ago than kPatience, if it is the
  // same, if one is the beginning of the other, or if they differ in one place by kMaxEditBytes at
  // most. What was submitted is only gone on with by the same. Of more than kMaxPending readers who
  // are typing the one waiting longest counts as done.
  void note(ReaderKey const& reader, SharedSearch search, Time now);

  // Ends what nobody has gone on with for kPatience; or everything.
  void finish_idle(Time now);
  void finish_all();

  static constexpr std::chrono::seconds kPatience{10};
  static constexpr std::size_t kMaxPending = 10'000;
  static constexpr std::size_t kMaxEditBytes = 2;

 private:
  struct Pending {
    ReaderKey reader;
    SharedSearch search;
    Time noted;
  };
  using Readers = std::list<Pending>;
  struct Hash {
    std::size_t operator()(ReaderKey const& reader) const noexcept;
  };

  void finish_oldest();

  OnIntent on_intent_;
  Readers pending_;  // noted last first
  std::unordered_map<ReaderKey, Readers::iterator, Hash> by_reader_;
};

}  // namespace pressmark
