// Where a query's words stand in posts, read from position lists: the ground of section ranking,
// snippets and highlights.
#pragma once

#include <cstdint>
#include <span>
#include <vector>
#include <xapian.h>

#include "common/base/time_limit.h"
#include "searcher/query/query_plan.h"

namespace pressmark {

struct Occurrence {
  std::uint32_t position = 0;  // in the document
  std::uint16_t unit = 0;      // of the plan
  std::uint16_t form = 0;      // of the plan
  // False for the second and later words of a phrase or compound: highlighted, not counted.
  bool leads = true;
};

// For each of `documents` (ascending, without repeats) the occurrences of the plan's units, by
// position. Stop words are left out while the plan has others. A document that is gone has none.
// Reads postings term by term, so that a form no candidate has costs one look-up. When time is over
// before all are read, no document has any: part of the words would tell something else.
[[nodiscard]] std::vector<std::vector<Occurrence>> find_occurrences(Xapian::Database const& database,
                                                                    QueryPlan const& plan,
                                                                    std::span<Xapian::docid const> documents,
                                                                    TimeLimit& time);

// A part of a compound in a heading: "Dependencies" for "solve_dependencies". It is not highlighted.
struct PartMention {
  std::uint32_t position = 0;  // in the document
  std::uint16_t unit = 0;      // of the plan
};

// For each of `documents`, as above, where its headings have parts of the plan's compounds, by position.
[[nodiscard]] std::vector<std::vector<PartMention>> find_part_mentions(
    Xapian::Database const& database, QueryPlan const& plan, std::span<Xapian::docid const> documents,
    TimeLimit& time);

}  // namespace pressmark
