// What the routes of Meilisearch's search API answer: pure functions from a request to a document.
#pragma once

#include "server/answer/document.h"
#include "server/answer/handler_context.h"
#include "server/http/request.h"

namespace pressmark {

// Indexes are `posts`, which has all of them, and each site by its id. What is wrong with a request
// is a document, too, in that API's form; each throws what Searcher throws.

[[nodiscard]] Document search_index(Request const& request, HandlerContext const& at);
[[nodiscard]] Document search_facet(Request const& request, HandlerContext const& at);
[[nodiscard]] Document search_indexes(Request const& request, HandlerContext const& at);
[[nodiscard]] Document list_indexes(Request const& request, HandlerContext const& at);
[[nodiscard]] Document describe_index(Request const& request, HandlerContext const& at);
[[nodiscard]] Document index_stats(Request const& request, HandlerContext const& at);
[[nodiscard]] Document all_stats(Request const& request, HandlerContext const& at);

}  // namespace pressmark
