// Searches for as long as there is time.
#include "server/answer/search_context.h"

namespace pressmark {

SearchResults search_at(SearchContext const& at, SearchRequest request) {
  request.deadline = at.deadline;
  return at.searcher.search(request, at.now);
}

}  // namespace pressmark
