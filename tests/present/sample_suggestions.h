// Suggestions made by hand, for the tests of their presentations.
#pragma once

#include "searcher/results/suggestions.h"

namespace pressmark {

// One of each kind.
inline Suggestions sample_suggestions() {
  return {.query = "öf",
          .items = {{.kind = SuggestionKind::title,
                     .text = {"Große <Öfen>", {{8, 13}}},
                     .url = "https://example.org/oefen"},
                    {.kind = SuggestionKind::heading,
                     .text = {"Öfen kaufen", {{0, 5}}},
                     .url = "https://example.org/kaufen#oefen",
                     .context = "Der Markt"},
                    {.kind = SuggestionKind::category, .text = {"Öfen", {{0, 5}}}, .posts = 1}},
          .version = "0001.5"};
}

}  // namespace pressmark
