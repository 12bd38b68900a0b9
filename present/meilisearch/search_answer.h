// Search results as Meilisearch's API gives them.
#pragma once

#include <string>
#include <vector>

#include "present/meilisearch/view.h"
#include "searcher/results/search_results.h"

namespace pressmark {

// The answer to POST /indexes/{uid}/search: one object on one line. The text of documents is as it
// stands in the posts, in `_formatted` with the client's tags around what matched; nothing is
// escaped. Highlights are known of title, heading and content.
[[nodiscard]] std::string meilisearch_answer(SearchResults const& results, MeilisearchView const& view);

struct IndexResults {
  std::string uid;
  SearchResults results;
  MeilisearchView view;
};

// The answer to POST /multi-search.
[[nodiscard]] std::string meilisearch_answers(std::vector<IndexResults> const& answers);

}  // namespace pressmark
