// Asks the searcher, and has the answer presented.
#include "server/handlers.h"

#include "present/results_json.h"
#include "present/suggestions_json.h"
#include "server/one_version.h"
#include "server/search_parameters.h"

namespace pressmark {

Document search_page(SearchAddress const& address, Workplace const& at) {
  auto request = search_request(address);
  request.facets = true;
  auto const page = [&](SearchResults const& results, Suggestions const& suggestions) {
    return Document{results_page(results, address, suggestions, at.site, kMaxWebWindow), results.version,
                    results.total > 0};
  };
  auto const results = at.searcher.search(request, at.now);
  if (!results.hits.empty()) return page(results, {});
  return read_one_version(at.searcher, [&] {
    auto const suggestions = at.searcher.suggest(address.query);
    return page(suggestions.version == results.version ? results : at.searcher.search(request, at.now),
                suggestions);
  });
}

Document search_answer(SearchAddress const& address, Workplace const& at) {
  auto const results = at.searcher.search(search_request(address), at.now);
  return {results_json(results, JsonLayout::compact), results.version, results.total > 0};
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
