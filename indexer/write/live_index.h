// What the live generation says it reflects.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "common/index/store_layout.h"

namespace pressmark {

// The generation CURRENT names; nothing if there is none, or CURRENT is damaged.
[[nodiscard]] std::optional<std::string> live_generation(StoreLayout const& layout);

struct LiveIndex {
  std::string generation;
  std::string format;  // index_format() when it was written
  std::string archive_uuid;
  std::int64_t change = 0;  // the archive's change number up to which it is
  std::size_t documents = 0;
};

// Nothing if there is no live generation, or none that can be read: the archive can replace it.
[[nodiscard]] std::optional<LiveIndex> inspect_live_index(StoreLayout const& layout);

}  // namespace pressmark
