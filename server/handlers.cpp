// Asks the searcher, and has the answer presented.
#include "server/handlers.h"

#include "present/results_json.h"
#include "present/suggestions_json.h"
#include "server/noted_search.h"
#include "server/search_parameters.h"

namespace pressmark {

Document search_page(SearchAddress const& address, Workplace const& at) {
  auto request = search_request(address);
  request.facets = true;
  auto const results = at.searcher.search(request, at.now);
  auto const suggestions = results.hits.empty() ? at.searcher.suggest(address.query) : Suggestions{};
  return {results_page(results, address, suggestions, at.site, kMaxWebWindow), results.version,
          results.total > 0, 200, noted_search(results, SearchManner::submitted)};
}

Document search_answer(SearchAddress const& address, Workplace const& at) {
  auto const results = at.searcher.search(search_request(address), at.now);
  return {results_json(results, JsonLayout::compact), results.version, results.total > 0, 200,
          noted_search(results, SearchManner::typed)};
}

Document suggest_answer(SearchAddress const& address, Workplace const& at) {
  auto const suggestions = at.searcher.suggest(address.query);
  return {suggestions_json(suggestions), suggestions.version};
}

Document facets_answer(SearchAddress const& address, Workplace const& at) {
  auto request = search_request(address);
  request.facets = true;
  request.offset = 0;
  request.limit = 0;
  auto const results = at.searcher.search(request, at.now);
  return {facet_counts_json(results), results.version};
}

}  // namespace pressmark
