// The folder of a store that holds what readers searched: a file of counts for each day.
//
//   STORE/queries/          0700
//     2026-11-21.tsv        0600, see day_counts.h; replaced as a whole
//     key                   random; makes the hashes of rare queries this store's own
//     lock                  held while a file is replaced
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "common/config/configured_insight.h"
#include "common/query_log/answered_search.h"
#include "common/query_log/day_counts.h"

namespace pressmark {

// Several processes may have a folder of their own on the same directory. Not thread-safe.
class QueryFolder {
 public:
  explicit QueryFolder(std::filesystem::path directory) : directory_(std::move(directory)) {}

  // Counts each of `searches` as asked by one reader on `day`. A query that has now been asked by
  // `rules.threshold` readers in `rules.days` days is written in words, any other as a hash. A day
  // keeps kMaxDayCounts; what comes beyond is not counted. Either all is counted or, with what
  // write_file_atomically() throws and Error{store_locked}, nothing.
  void add(Day day, std::span<SharedSearch const> searches, ConfiguredInsight const& rules);

  // Takes the files away that are `days` old, `today` being the first. Throws Error{store_unwritable},
  // and Error{source_missing} where the directory cannot be read.
  void remove_expired(Day today, std::size_t days) const;

  static constexpr std::size_t kMaxDayCounts = 5'000;

 private:
  // Readers by the hash of what they asked, sorted.
  using Totals = std::vector<std::pair<std::uint64_t, std::size_t>>;

  [[nodiscard]] Totals totals_before(Day day, std::size_t days) const;
  [[nodiscard]] std::size_t readers_before(Day day, std::size_t days, std::uint64_t hash);

  std::filesystem::path directory_;
  std::optional<Day> totals_end_;  // `totals_` is of the days before
  Totals totals_;
};

// The days that have a file, the earliest first; none if there is no such directory. Throws
// Error{source_missing} for what cannot be read.
[[nodiscard]] std::vector<Day> find_query_days(std::filesystem::path const& directory);

// The counts of a day; none if it has no file. Throws what read_file() throws.
[[nodiscard]] DayCounts read_query_day(std::filesystem::path const& directory, Day day);

}  // namespace pressmark
