// Text with matched words, rendered: for browsers, for programs, for terminals.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/results/search_results.h"

namespace pressmark {

// A stretch of text that is marked throughout or not at all.
struct TextPiece {
  std::string_view text;
  bool marked = false;
};

// `text` cut where a highlight begins or ends; the pieces joined are the text, and none is empty.
// Highlights that touch or overlap become one; whatever of them lies outside the text, or would
// split a code point, is ignored. The pieces view into `text`.
[[nodiscard]] std::vector<TextPiece> text_pieces(HighlightedText const& text);

// Escaped HTML in which highlights are <mark> elements.
[[nodiscard]] std::string highlight_html(HighlightedText const& text);

// Begin and end of each highlight, counted in code points.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> highlight_code_points(
    HighlightedText const& text);

// For a terminal: plain text in the rendition `base` (the parameters of an SGR sequence, such as
// "1"; empty for the terminal's own) with highlights in `marked` on top of it. `text` has to be
// free of control characters (printable_text()).
[[nodiscard]] std::string highlight_ansi(HighlightedText const& text, std::string_view base,
                                         std::string_view marked);

// One rendition around all of `text`.
[[nodiscard]] std::string ansi_styled(std::string_view text, std::string_view rendition);

}  // namespace pressmark
