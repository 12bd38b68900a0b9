// An explanation as sentences.
#pragma once

#include <string>
#include <vector>

#include "searcher/results/explanation.h"

namespace pressmark {

// The place of a post in the answer, and how the query was read. All text is printable.
[[nodiscard]] std::vector<std::string> place_sentences(Explanation const& explanation);

// What keeps a post out of the answer, and what was tried.
[[nodiscard]] std::vector<std::string> absence_sentences(Explanation const& explanation);

// What the post has of a word: "rename: title 1, text 2; renames (same stem): text 1".
[[nodiscard]] std::string word_text(ExplainedWord const& word);

}  // namespace pressmark
