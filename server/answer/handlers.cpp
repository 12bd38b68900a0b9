// Asks the searcher, and has the answer presented.
#include "server/answer/handlers.h"

#include <chrono>
#include <utility>

#include "present/json/results_json.h"
#include "present/json/suggestions_json.h"
#include "server/answer/noted_search.h"
#include "server/answer/one_version.h"
#include "server/answer/search_parameters.h"

namespace pressmark {

SearchResults search_at(Workplace const& at, SearchRequest request) {
  request.deadline = at.deadline;
  return at.searcher.search(request, at.now);
}

Document document_about(SearchResults const& results, std::string body, std::optional<SearchManner> manner) {
  Document document{.body = std::move(body),
                    .version = results.version,
                    .found = results.total > 0 || results.partial,
                    .is_partial = results.partial,
                    .search = manner ? noted_search(results, *manner) : nullptr};
  using Milliseconds = std::chrono::duration<double, std::milli>;
  document.stages[Stage::match] = Milliseconds(results.processing_ms - results.passages_ms);
  document.stages[Stage::passages] = Milliseconds(results.passages_ms);
  return document;
}

Document search_page(SearchAddress const& address, Workplace const& at) {
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

Document search_answer(SearchAddress const& address, Workplace const& at) {
  auto const results = search_at(at, search_request(address));
  return document_about(results, results_json(results, JsonLayout::compact), SearchManner::typed);
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
  auto const results = search_at(at, std::move(request));
  return document_about(results, facet_counts_json(results));
}

}  // namespace pressmark
