// Finds and ranks the posts of a query: both stages, filters, paging and the steps that widen a
// search.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/match/facets.h"
#include "searcher/match/reading.h"
#include "searcher/match/relaxation.h"
#include "searcher/query/query.h"
#include "searcher/query/query_plan.h"

namespace pressmark {

struct MatchResult {
  ReadingAnswer answer;
  Relaxation relaxation = Relaxation::none;
  std::vector<Relaxation> tried;           // readings that found nothing, in their order
  std::vector<Correction> corrections;     // words searched as others, in the query's order
  std::vector<std::string> missing_words;  // units of the query that the best post lacks, after a relaxation
  // Another query that finds something: with the usual spelling of words hardly any post has, or where
  // nothing was found what is known of it.
  std::string offer;
  Facets facets;
};

// A query that nothing matches is relaxed step by step until something does: its last word is taken as a
// beginning, unknown words as what they were meant to be, and last not all words are wanted. The result says
// which step it was. A long question with a slip is corrected, too, where a post then has all of it.
// The same query on the same version of the index gives the same order, so that pages fit together. When
// time is over the answer is what was found until then, and no further step is begun. Throws what Xapian
// throws.
[[nodiscard]] MatchResult match(SearchContext const& context);

}  // namespace pressmark
