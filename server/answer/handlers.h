// What each route answers: pure functions from a search to a document.
#pragma once

#include "present/address/search_address.h"
#include "server/answer/document.h"
#include "server/answer/handler_context.h"

namespace pressmark {

// Each throws what Searcher throws.
[[nodiscard]] Document search_page(SearchAddress const& address, HandlerContext const& at);
[[nodiscard]] Document search_answer(SearchAddress const& address, HandlerContext const& at);
[[nodiscard]] Document suggest_answer(SearchAddress const& address, HandlerContext const& at);
[[nodiscard]] Document facets_answer(SearchAddress const& address, HandlerContext const& at);

}  // namespace pressmark
