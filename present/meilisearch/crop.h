// Cutting a text to a number of words, and putting a client's tags around what matched.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "searcher/results/search_results.h"

namespace pressmark {

// At most `max_words` words of `text`, in a row: those with the most highlights, which stand in the
// middle. `marker` replaces what is cut off. Words are what white space separates.
[[nodiscard]] HighlightedText crop(HighlightedText const& text, std::size_t max_words,
                                   std::string_view marker);

// The text with `pre_tag` and `post_tag` around each highlight, nothing escaped.
[[nodiscard]] std::string tagged(HighlightedText const& text, std::string_view pre_tag,
                                 std::string_view post_tag);

}  // namespace pressmark
