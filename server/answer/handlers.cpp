// Asks the searcher, and has the answer presented.
#include "server/answer/handlers.h"

#include <utility>

#include "present/json/results_json.h"
#include "present/json/suggestions_json.h"
#include "present/page/results_page.h"
#include "server/answer/one_version.h"
#include "server/answer/search_parameters.h"

namespace pressmark {

Document search_page(SearchAddress const& address, HandlerContext const& at) {
  auto request = search_request(address);
  request.facets = true;
  auto const page = [&](SearchResults const& results, Suggestions const& suggestions) {
    return document_about(results, results_page(results, address, suggestions, at.site, kMaxWebWindow),
                          SearchManner::submitted);
  };
  auto const results = search_at(at, request);
  if (results.total > 0 || results.partial) return page(results, {});
  return read_one_version(at.searcher, [&] {
    auto const suggestions = at.searcher.suggest(address.query);
    return page(suggestions.version == results.version ? results : search_at(at, request), suggestions);
  });
}

Document search_answer(SearchAddress const& address, HandlerContext const& at) {
  auto const results = search_at(at, search_request(address));
  return document_about(results, results_json(results, JsonLayout::compact), SearchManner::typed);
}

Document suggest_answer(SearchAddress const& address, HandlerContext const& at) {
  auto const suggestions = at.searcher.suggest(address.query);
  return {suggestions_json(suggestions), suggestions.version};
}

Document facets_answer(SearchAddress const& address, HandlerContext const& at) {
  auto request = search_request(address);
  request.facets = true;
  request.offset = 0;
  request.limit = 0;
  auto const results = search_at(at, std::move(request));
  return document_about(results, facet_counts_json(results));
}

}  // namespace pressmark
