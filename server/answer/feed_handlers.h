// What the routes for feed readers and browsers' search bars answer.
#pragma once

#include "present/address/search_address.h"
#include "server/answer/document.h"
#include "server/answer/handler_context.h"

namespace pressmark {

// A search to subscribe to. A post is in it only if it has all words of the query: what a page shows
// where too little is found is no news. Each throws what Searcher throws.
[[nodiscard]] Document search_atom(SearchAddress const& address, HandlerContext const& at);
[[nodiscard]] Document search_json_feed(SearchAddress const& address, HandlerContext const& at);

[[nodiscard]] Document suggest_opensearch(SearchAddress const& address, HandlerContext const& at);

}  // namespace pressmark
