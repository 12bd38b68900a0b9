// Search results for people at a terminal, and as plain lines for pipes.
#pragma once

#include <string>

#include "present/text/text_style.h"
#include "searcher/results/search_results.h"

namespace pressmark {

// What was found: a line that counts it and says what was relaxed, then each post with its
// place, date and sections; facets last. Ends with a newline. Nothing from a post can act on
// the terminal: control characters are left out.
[[nodiscard]] std::string results_text(SearchResults const& results, TextStyle const& style);

// The URL of each post that has one, one a line.
[[nodiscard]] std::string results_urls(SearchResults const& results);

// For results without hits: the sentence that says so, and what to try, which may be empty.
struct NothingFound {
  std::string what;
  std::string hint;
};
[[nodiscard]] NothingFound nothing_found(SearchResults const& results);

}  // namespace pressmark
