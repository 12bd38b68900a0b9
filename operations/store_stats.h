// `pressmark stats`: what a store holds.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/time.h"
#include "common/index/store_layout.h"
#include "indexer/archive/model/job.h"

namespace pressmark {

struct SourceStats {
  std::string name;
  std::string site;
  std::size_t posts = 0;
  std::optional<Timestamp> last_read;
  std::optional<std::size_t> announced;  // how many it says that it has in all
  std::size_t failures = 0;              // in a row since
  bool is_complete = false;              // what it does not list is gone
};

// Posts, sections, languages and times are those that can be found: the index's. Where there is
// none yet, `posts` is the archive's and the others are empty; without an archive there are no sources.
struct StoreStats {
  std::size_t posts = 0;
  std::size_t sections = 0;
  std::vector<SourceStats> sources;
  std::string generation;
  std::string format;
  std::vector<std::string> languages;
  std::optional<Timestamp> oldest;
  std::optional<Timestamp> newest;
  std::uintmax_t archive_bytes = 0;
  std::uintmax_t index_bytes = 0;
};

// Changes nothing and waits for no writer. Reads one value of every document. Throws
// Error{store_missing} where there is neither an archive nor an index, and what Archive and
// IndexReader throw.
[[nodiscard]] StoreStats store_stats(StoreLayout const& layout);

// The sources alone, at the cost of asking for them. Throws what Archive throws.
[[nodiscard]] std::vector<SourceStats> source_stats(StoreLayout const& layout);

// The jobs that the archive remembers, newest first. Throws Error{store_missing} where there is no archive,
// and what Archive throws.
[[nodiscard]] std::vector<JobRecord> store_jobs(StoreLayout const& layout);

}  // namespace pressmark
