// Suggestions for people at a terminal.
#pragma once

#include <string>

#include "present/text/text_style.h"
#include "searcher/results/suggestions.h"

namespace pressmark {

// A group for each kind there is, under its name: titles and headings with their places,
// categories with their number of posts. Ends with a newline; nothing if there are none. Nothing
// from a post can act on the terminal.
[[nodiscard]] std::string suggestions_text(Suggestions const& suggestions, TextStyle const& style);

// The sentence that says so.
[[nodiscard]] std::string nothing_suggested(Suggestions const& suggestions);

}  // namespace pressmark
