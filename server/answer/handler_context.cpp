// Searches for as long as there is time.
#include "server/answer/handler_context.h"

namespace pressmark {

SearchResults search_at(HandlerContext const& at, SearchRequest request) {
  request.deadline = at.deadline;
  return at.searcher.search(request, at.now);
}

}  // namespace pressmark
