// Choosing the words of a section that a snippet shows, from positions alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "common/index/record.h"
#include "searcher/match/occurrences.h"
#include "searcher/query/query_plan.h"

namespace pressmark {

// A run of positions within one block.
struct WindowChoice {
  std::size_t block = 0;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  double score = -1;  // below zero: there is none
};

// The window of about `max_bytes` with most of the query, by distinct words, their weight and
// closeness, and the kind of block. `occurrences`: those of the section, sorted; those in its
// heading do not count.
[[nodiscard]] WindowChoice choose_window(RecordSection const& section,
                                         std::span<Occurrence const> occurrences, QueryPlan const& plan,
                                         std::size_t max_bytes);

}  // namespace pressmark
