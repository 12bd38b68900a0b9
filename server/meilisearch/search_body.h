// Requests of Meilisearch's search API: JSON to a search and how its answer is to be shown.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "present/meilisearch/error_answer.h"
#include "present/meilisearch/facet_answer.h"
#include "present/meilisearch/view.h"
#include "searcher/searcher.h"

namespace pressmark {

// What is not said is as that API has it. Pages end at kMaxTotalHits; the last word of the query
// counts as being typed.
struct MeilisearchSearch {
  SearchRequest request;
  MeilisearchView view;
};

// A search of POST /multi-search.
struct IndexSearch {
  std::string uid;
  MeilisearchSearch search;
};

struct FacetSearch {
  FacetQuery facet_query;
  SearchRequest request;
};

// Each rejects members that it does not know, and those that mean something it cannot do.

// The body of POST /indexes/{uid}/search.
[[nodiscard]] MeilisearchResult<MeilisearchSearch> read_search_body(std::string_view body);

// The parameters of GET /indexes/{uid}/search, where lists are separated by commas.
[[nodiscard]] MeilisearchResult<MeilisearchSearch> read_search_parameters(
    std::vector<std::pair<std::string, std::string>> const& parameters);

// The body of POST /multi-search: at most kMaxSearches.
[[nodiscard]] MeilisearchResult<std::vector<IndexSearch>> read_multi_search_body(std::string_view body);

// The body of POST /indexes/{uid}/facet-search.
[[nodiscard]] MeilisearchResult<FacetSearch> read_facet_search_body(std::string_view body);

inline constexpr std::size_t kMaxSearches = 16;

}  // namespace pressmark
