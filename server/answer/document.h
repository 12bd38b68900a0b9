// An answer before HTTP.
#pragma once

#include <optional>
#include <string>

#include "common/query_log/answered_search.h"
#include "searcher/results/search_results.h"
#include "server/answer/stage_times.h"

namespace pressmark {

// What an answer says, and of which version of the index.
struct Document {
  std::string body;
  std::string version;
  bool found = true;  // false for a search that found nothing
  int status = 200;
  bool is_partial = false;  // another time there may be more to it
  SharedSearch search{};    // for the query log; nothing for what is no search of a reader
  StageTimes stages{};      // of the search, as far as its handler knows
};

// What is said about `results`; `manner` is how a reader asked, nothing where it was no reader.
[[nodiscard]] Document document_about(SearchResults const& results, std::string body,
                                      std::optional<SearchManner> manner = std::nullopt);

}  // namespace pressmark
