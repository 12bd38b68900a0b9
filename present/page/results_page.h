// The page of results: HTML that needs no script, with everything a reader can do as a link.
#pragma once

#include <string>

#include "present/address/page_site.h"
#include "present/address/search_address.h"
#include "present/json/problem.h"
#include "searcher/results/search_results.h"
#include "searcher/results/suggestions.h"

namespace pressmark {

// `address` is what was asked, `suggestions` what to offer where nothing was found. Text of posts
// and of the query is escaped; only web addresses become links. Pages go as far as `max_window`
// posts.
[[nodiscard]] std::string results_page(SearchResults const& results, SearchAddress const& address,
                                       Suggestions const& suggestions, PageSite const& site,
                                       std::size_t max_window);

// A page that says what went wrong, with the search form.
[[nodiscard]] std::string problem_page(HttpProblem const& problem, PageSite const& site);

}  // namespace pressmark
