// Who has asked what today, so that one reader's repeats count once, without knowing anybody.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_set>

#include "common/query_log/answered_search.h"

namespace pressmark {

// Holds hashes of reader and query under a salt of its own, which is never told and ends with it: a
// set lives for a day, and nothing leads from one day's readers to another's. Not thread-safe.
class ReaderSet {
 public:
  // Draws the salt.
  ReaderSet();

  // True if this reader has not asked this query before. A set that is full, at kMaxPairs, knows
  // nobody new.
  [[nodiscard]] bool add(ReaderKey const& reader, AnsweredSearch const& search);

  static constexpr std::size_t kMaxPairs = 100'000;

 private:
  std::uint64_t salt_;
  std::unordered_set<std::uint64_t> pairs_;
};

}  // namespace pressmark
