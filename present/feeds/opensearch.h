// What the search bars of browsers ask for (OpenSearch 1.1).
#pragma once

#include <string>
#include <string_view>

#include "present/address/page_site.h"
#include "searcher/results/suggestions.h"

namespace pressmark {

inline constexpr std::string_view kSuggestionsPath = "/api/suggest/opensearch";

// The description document: what the site is called, and where pages, suggestions and feeds of searches are.
// Without site.public_url these addresses are paths, which browsers do not take.
[[nodiscard]] std::string opensearch_description(PageSite const& site);

// ["typed", [completions], [descriptions], [addresses]] on one line; an address that there is none of is "".
[[nodiscard]] std::string opensearch_suggestions(Suggestions const& suggestions, PageSite const& site);

}  // namespace pressmark
