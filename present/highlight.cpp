// Renders highlighted text as HTML, as ranges of code points and for terminals.
#include "present/highlight.h"

#include <algorithm>

#include "common/strings/escape_html.h"
#include "common/strings/utf8.h"

namespace pressmark {

namespace {

// The highlights as text_pieces() promises them: inside the text, sorted, apart, not empty.
std::vector<Highlight> clean_highlights(HighlightedText const& text) {
  std::vector<Highlight> clean;
  auto sorted = text.highlights;
  std::ranges::sort(sorted, {}, &Highlight::begin);
  auto const boundary = [&](std::size_t offset) {
    return floor_code_point(text.text, std::min(offset, text.text.size()));
  };
  for (auto const& highlight : sorted) {
    Highlight const inside{boundary(highlight.begin), boundary(highlight.end)};
    if (inside.begin >= inside.end) continue;
    if (!clean.empty() && inside.begin <= clean.back().end) {
      clean.back().end = std::max(clean.back().end, inside.end);
    } else {
      clean.push_back(inside);
    }
  }
  return clean;
}

}  // namespace

std::vector<TextPiece> text_pieces(HighlightedText const& text) {
  std::string_view const all = text.text;
  std::vector<TextPiece> pieces;
  std::size_t at = 0;
  for (auto const& highlight : clean_highlights(text)) {
    if (highlight.begin > at) pieces.push_back({all.substr(at, highlight.begin - at), false});
    pieces.push_back({all.substr(highlight.begin, highlight.end - highlight.begin), true});
    at = highlight.end;
  }
  if (at < all.size()) pieces.push_back({all.substr(at), false});
  return pieces;
}

std::string highlight_html(HighlightedText const& text) {
  std::string html;
  for (auto const& piece : text_pieces(text)) {
    html += piece.marked ? "<mark>" + escape_html(piece.text) + "</mark>" : escape_html(piece.text);
  }
  return html;
}

std::vector<std::pair<std::size_t, std::size_t>> highlight_code_points(HighlightedText const& text) {
  std::vector<std::pair<std::size_t, std::size_t>> ranges;
  std::size_t at = 0;
  for (auto const& piece : text_pieces(text)) {
    auto const end = at + count_code_points(piece.text);
    if (piece.marked) ranges.emplace_back(at, end);
    at = end;
  }
  return ranges;
}

std::string highlight_ansi(HighlightedText const& text, std::string_view base, std::string_view marked) {
  auto const on_top = base.empty() ? std::string(marked) : std::string(base) + ";" + std::string(marked);
  std::string out;
  for (auto const& piece : text_pieces(text)) out += ansi_styled(piece.text, piece.marked ? on_top : base);
  return out;
}

std::string ansi_styled(std::string_view text, std::string_view rendition) {
  if (rendition.empty() || text.empty()) return std::string(text);
  std::string out = "\x1b[";
  out.append(rendition).append("m").append(text).append("\x1b[0m");
  return out;
}

}  // namespace pressmark
