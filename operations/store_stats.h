// `pressmark stats`: what a store holds.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/time.h"
#include "common/index/store_layout.h"

namespace pressmark {

struct SourceStats {
  std::string name;
  std::string site;
  std::size_t posts = 0;
  std::optional<Timestamp> last_read;
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

}  // namespace pressmark
