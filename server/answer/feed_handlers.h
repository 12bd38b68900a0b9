// What the routes for feed readers and browsers' search bars answer.
#pragma once

#include "server/answer/handlers.h"

namespace pressmark {

// A search to subscribe to. A post is in it only if it has all words of the query: what a page shows
// where too little is found is no news. Each throws what Searcher throws.
[[nodiscard]] Document search_atom(SearchAddress const& address, Workplace const& at);
[[nodiscard]] Document search_json_feed(SearchAddress const& address, Workplace const& at);

[[nodiscard]] Document suggest_opensearch(SearchAddress const& address, Workplace const& at);

}  // namespace pressmark
