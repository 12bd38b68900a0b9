// What keeps a post out of the answer to a reading.
#pragma once

#include <vector>
#include <xapian.h>

#include "common/index/record.h"
#include "searcher/match/reading.h"
#include "searcher/match/search_context.h"
#include "searcher/results/explanation.h"

namespace pressmark {

// The filters that the post (`document`, with `record`) does not pass, the excluded words it has,
// and the wanted ones it lacks; if it matches, where its place among the others fails it. It must
// not be in `answer`, the one to a reading of the context's query; then there is at least one. Throws what
// Xapian throws.
[[nodiscard]] std::vector<Obstacle> find_obstacles(SearchContext const& context, ReadingAnswer const& answer,
                                                   Xapian::docid document, Record const& record);

}  // namespace pressmark
