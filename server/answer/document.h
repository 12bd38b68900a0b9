// An answer before HTTP.
#pragma once

#include <optional>
#include <string>

#include "common/query_log/answered_search.h"
#include "searcher/results/search_results.h"
#include "server/answer/answer_facts.h"

namespace pressmark {

// What an answer says, and of which version of the index.
struct Document {
  std::string body;
  std::string version;
  int status = 200;
  AnswerFacts facts{};  // with the stages that its handler knows
};

// What is said about `results`; `manner` is how a reader asked, nothing where it was no reader.
[[nodiscard]] Document document_about(SearchResults const& results, std::string body,
                                      std::optional<SearchManner> manner = std::nullopt);

}  // namespace pressmark
