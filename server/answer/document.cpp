// Picks from results what is told of them.
#include "server/answer/document.h"

#include <chrono>
#include <utility>

#include "server/answer/noted_search.h"

namespace pressmark {

Document document_about(SearchResults const& results, std::string body, std::optional<SearchManner> manner) {
  using Milliseconds = std::chrono::duration<double, std::milli>;
  StageTimes stages;
  stages[Stage::match] = Milliseconds(results.processing_ms - results.passages_ms);
  stages[Stage::passages] = Milliseconds(results.passages_ms);
  return {.body = std::move(body),
          .version = results.version,
          .facts = {.found = results.total > 0 || results.partial,
                    .is_partial = results.partial,
                    .search = manner ? noted_search(results, *manner) : nullptr,
                    .stages = stages}};
}

}  // namespace pressmark
