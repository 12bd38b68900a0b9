// Answers as the query log notes them.
#pragma once

#include <optional>

#include "common/query_log/answered_search.h"
#include "searcher/results/search_results.h"
#include "server/http/client_address.h"
#include "server/http/request.h"

namespace pressmark {

// Nothing for what is no search of its own, a further page or one without a query, and for an answer that
// is partial: who knows what the rest would have been.
[[nodiscard]] SharedSearch noted_search(SearchResults const& results, SearchManner manner);

// Whose searches belong together, if they may be noted at all: not for who sends DNT or Sec-GPC (W3C,
// Global Privacy Control), nor for HEAD, which no reader sends. All without an address are one.
[[nodiscard]] std::optional<ReaderKey> noted_reader(Request const& request,
                                                    std::optional<ClientAddress> const& client);

}  // namespace pressmark
