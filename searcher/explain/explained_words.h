// The words of a query beside what one post has of them.
#pragma once

#include <string>
#include <vector>
#include <xapian.h>

#include "common/index/outline.h"
#include "searcher/match/occurrences.h"
#include "searcher/query/query.h"
#include "searcher/query/query_plan.h"
#include "searcher/results/explanation.h"

namespace pressmark {

// One for each unit of `plan`. `occurrences` and `outline` are those of `document`. Throws what
// Xapian throws.
[[nodiscard]] std::vector<ExplainedWord> explain_words(Xapian::Database const& database,
                                                       Xapian::docid document, QueryPlan const& plan,
                                                       std::vector<Occurrence> const& occurrences,
                                                       Outline const& outline);

// The node as it would be typed.
[[nodiscard]] std::string node_text(QueryNode const& node);

}  // namespace pressmark
