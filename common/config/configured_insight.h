// What the configuration says about the log of queries: whether, how long and from how many readers on.
#pragma once

#include <cstddef>

namespace pressmark {

// [insight].
struct ConfiguredInsight {
  bool enabled = true;
  std::size_t days = 90;
  std::size_t threshold = 3;
};

}  // namespace pressmark
