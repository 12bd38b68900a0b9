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

// Throws Error{store_missing} where there is no store.
[[nodiscard]] StoreStats store_stats(StoreLayout const& layout);

}  // namespace pressmark
