// Text made fit for a terminal: printable, and in lines of a given width.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/results/search_results.h"

namespace pressmark {

// `text` on one line, without control characters: posts are written by strangers, and an escape
// sequence in a title must not reach the terminal. White space is collapsed and trimmed;
// highlights move along.
[[nodiscard]] HighlightedText printable_text(HighlightedText const& text);
[[nodiscard]] std::string printable_text(std::string_view text);

// Breaks `text`, which has to be printable, between words into lines of at most `columns`
// columns; a word longer than a line is broken inside. Of more than `max_lines` lines the
// remainder is cut, and the last one ends with an ellipsis. No text, no lines.
[[nodiscard]] std::vector<HighlightedText> wrap_text(HighlightedText const& text, std::size_t columns,
                                                     std::size_t max_lines);

// The first line of wrap_text().
[[nodiscard]] HighlightedText clip_text(HighlightedText const& text, std::size_t columns);

}  // namespace pressmark
