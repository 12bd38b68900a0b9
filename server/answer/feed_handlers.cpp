// Asks the searcher for what matches, no more, and has it presented as a feed.
#include "server/answer/feed_handlers.h"

#include <utility>

#include "present/feeds/atom_feed.h"
#include "present/feeds/json_feed.h"
#include "present/feeds/opensearch.h"
#include "server/answer/search_parameters.h"

namespace pressmark {
namespace {

SearchResults matching_posts(SearchAddress const& address, HandlerContext const& at) {
  auto request = search_request(address);
  request.words.words_wanted = WordsWanted::all;
  request.facets = false;
  auto results = search_at(at, std::move(request));
  if (results.relaxation != Relaxation::none) {
    results.hits.clear();
    results.total = 0;
  }
  return results;
}

Document feed_answer(SearchAddress const& address, SearchPlace const& place, HandlerContext const& at,
                     std::string (*write)(SearchFeed const&)) {
  auto results = matching_posts(address, at);
  auto document = document_about(results, {});
  document.body = write(make_search_feed(std::move(results), address, place, at.site, kMaxWebWindow));
  return document;
}

}  // namespace

Document search_atom(SearchAddress const& address, HandlerContext const& at) {
  return feed_answer(address, kAtomFeed, at, atom_feed);
}

Document search_json_feed(SearchAddress const& address, HandlerContext const& at) {
  return feed_answer(address, kJsonFeed, at, json_feed);
}

Document suggest_opensearch(SearchAddress const& address, HandlerContext const& at) {
  auto const suggestions = at.searcher.suggest(address.query);
  return {opensearch_suggestions(suggestions, at.site), suggestions.version};
}

}  // namespace pressmark
