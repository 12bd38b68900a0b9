// The page of results: HTML that needs no script, with everything a reader can do as a link.
#pragma once

#include <string>

#include "present/page/search_address.h"
#include "present/problem.h"
#include "searcher/results/search_results.h"
#include "searcher/results/suggestions.h"

namespace pressmark {

// What pages are part of.
struct PageSite {
  std::string title;
  std::string base_path;   // before "/search" in links; empty, or begins with '/' and ends without
  std::string public_url;  // before "/search" in the canonical address; empty: the page names none

  // What addresses begin with in documents that are read elsewhere: absolute if public_url is known.
  [[nodiscard]] std::string const& root() const { return public_url.empty() ? base_path : public_url; }
};

// `address` is what was asked, `suggestions` what to offer where nothing was found. Text of posts
// and of the query is escaped; only web addresses become links. Pages go as far as `max_window`
// posts.
[[nodiscard]] std::string results_page(SearchResults const& results, SearchAddress const& address,
                                       Suggestions const& suggestions, PageSite const& site,
                                       std::size_t max_window);

// A page that says what went wrong, with the search form.
[[nodiscard]] std::string problem_page(HttpProblem const& problem, PageSite const& site);

}  // namespace pressmark
