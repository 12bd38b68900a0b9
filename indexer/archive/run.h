// A run: one transaction on the archive that hands out change numbers and leaves a row in `runs`.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string>

#include "indexer/archive/archive.h"
#include "indexer/archive/database.h"

namespace pressmark {

// How long replaced and removed versions are kept.
inline constexpr std::chrono::days kVersionLifetime{30};

// Nothing of it happens unless finish() is reached.
class Run {
 public:
  Run(Database& database, std::string const& source, Timestamp time);

  [[nodiscard]] std::int64_t id() const noexcept { return id_; }
  [[nodiscard]] Timestamp time() const noexcept { return time_; }
  // A number never given out before, and not below `at_least`.
  [[nodiscard]] std::int64_t next_change(std::int64_t at_least = 0) noexcept {
    last_change_ = std::max(last_change_ + 1, at_least);
    return last_change_;
  }

  // Drops versions past their lifetime, writes the counts and commits.
  void finish(ChangeCounts const& counts);

 private:
  Database& database_;
  Transaction transaction_;
  Timestamp time_;
  std::int64_t id_ = 0;
  std::int64_t last_change_ = 0;
};

// The highest change number given out.
[[nodiscard]] std::int64_t last_change(Database& database);

}  // namespace pressmark
