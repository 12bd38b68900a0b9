// Explanations for people at a terminal.
#pragma once

#include <string>

#include "present/text/text_style.h"
#include "searcher/results/explanation.h"

namespace pressmark {

// First a sentence: the place of the post, or what keeps it out. Then its words and, if it is in
// the answer, what its score is made of, its sections, and what the posts just above it have more.
// Ends with a newline. Nothing from a post can act on the terminal.
[[nodiscard]] std::string explanation_text(Explanation const& explanation, TextStyle const& style);

}  // namespace pressmark
