// Chooses the values that a reader may mean.
#include "present/meilisearch/facet_answer.h"

#include <cmath>
#include <string_view>
#include <utility>

#include "common/text/fold.h"
#include "present/json/json.h"

namespace pressmark {
namespace {

constexpr std::size_t kMaxFacetHits = 100;

bool has_word_beginning(std::string_view value, std::string_view beginning) {
  auto const folded = fold(value);
  for (auto at = folded.find(beginning); at != std::string::npos; at = folded.find(beginning, at + 1)) {
    if (at == 0 || std::string_view(" -/.").find(folded[at - 1]) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

std::string facet_answer(SearchResults const& results, FacetQuery const& facet_query) {
  auto const beginning = fold(facet_query.beginning);
  auto hits = Json::array();
  if (auto const values = results.facets.find(facet_query.facet); values != results.facets.end()) {
    for (auto const& [value, count] : values->second) {
      if (hits.size() == kMaxFacetHits) break;
      if (has_word_beginning(value, beginning)) hits.push_back({{"value", value}, {"count", count}});
    }
  }
  return json_text({{"facetHits", std::move(hits)},
                    {"facetQuery", json_text_or_null(facet_query.beginning)},
                    {"processingTimeMs", std::llround(results.processing_ms)}});
}

}  // namespace pressmark
