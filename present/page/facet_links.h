// Filters of a search as links: those in force, and those that would narrow it.
#pragma once

#include <string>

#include "present/page/results_page.h"

namespace pressmark {

// HTML; empty where there is nothing to choose. Choosing begins at the first page.
[[nodiscard]] std::string facet_links(SearchResults const& results, SearchAddress const& address,
                                      PageSite const& site);

}  // namespace pressmark
