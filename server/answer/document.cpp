// Picks from results what is told of them.
#include "server/answer/document.h"

#include <chrono>
#include <utility>

#include "server/answer/noted_search.h"

namespace pressmark {

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

}  // namespace pressmark
