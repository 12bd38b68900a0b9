// Explains the place of one post in an answer, or its absence, from the answer itself: the same
// matcher runs, so that an explanation cannot disagree with a search.
#pragma once

#include <vector>

#include "common/index/record.h"
#include "searcher/explain/find_post.h"
#include "searcher/match/matcher.h"
#include "searcher/match/search_context.h"
#include "searcher/results/explanation.h"

namespace pressmark {

struct PostExplanation {
  Explanation explanation;              // but for the query, its warnings and the version
  std::vector<Correction> corrections;  // as in MatchResult
};

// Why `post` stands where it does in the answer to the context's query, whose window says how many posts of
// it are looked at. The context's time is not limited. Costs as much as a search for a page of that many.
// Throws what Xapian throws and Error{store_damaged}.
[[nodiscard]] PostExplanation explain(SearchContext const& context, NamedPost const& post,
                                      RecordUnpacker& unpacker);

}  // namespace pressmark
