// Cleans text for a terminal and breaks it into lines.
#include "present/text/wrap.h"

#include <algorithm>

#include "common/strings/utf8.h"
#include "common/text/display_width.h"
#include "present/highlight.h"

namespace pressmark {

namespace {

constexpr std::string_view kEllipsis = "…";

bool is_space(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0;
}

// C0, DEL and C1 controls; line and paragraph separators; what overrides the direction of the
// text that follows.
bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

// The part [begin, end) of `text`, with its share of the highlights.
HighlightedText slice(HighlightedText const& text, std::size_t begin, std::size_t end) {
  HighlightedText part{text.text.substr(begin, end - begin), {}};
  for (auto const& highlight : text.highlights) {
    auto const from = std::max(highlight.begin, begin);
    auto const to = std::min(highlight.end, end);
    if (from < to) part.highlights.push_back({from - begin, to - begin});
  }
  return part;
}

// Where the line that starts at `begin` ends: after the last word that fits, or inside the
// first one if that alone is too long. Always beyond `begin`.
std::size_t line_end(std::string_view text, std::size_t begin, std::size_t columns) {
  std::size_t used = 0;
  std::size_t last_break = begin;
  for (std::size_t at = begin; at < text.size();) {
    auto const code_point = decode_utf8(text, at);
    auto const width = columns_of(code_point.value);
    // Scripts of wide characters put no spaces between words; a line may break at any of them.
    if (code_point.value == ' ' || width == 2) last_break = at;
    used += width;
    if (used > columns && code_point.value != ' ') {
      return last_break > begin ? last_break : std::max(at, begin + decode_utf8(text, begin).bytes);
    }
    at += code_point.bytes;
  }
  return text.size();
}

// `line` with an ellipsis, shortened by as many code points as that takes.
HighlightedText with_ellipsis(HighlightedText line, std::size_t columns) {
  auto end = line.text.size();
  while (end > 0 && columns_of(std::string_view(line.text).substr(0, end)) + 1 > columns) {
    end = floor_code_point(line.text, end - 1);
  }
  while (end > 0 && line.text[end - 1] == ' ') --end;
  line = slice(line, 0, end);
  line.text += kEllipsis;
  return line;
}

}  // namespace

HighlightedText printable_text(HighlightedText const& text) {
  HighlightedText out;
  bool space_before = false;
  for (auto const& piece : text_pieces(text)) {
    auto begin = std::string::npos;
    for (std::size_t at = 0; at < piece.text.size();) {
      auto const code_point = decode_utf8(piece.text, at);
      at += code_point.bytes;
      if (is_space(code_point.value)) {
        space_before = true;
      } else if (!is_control(code_point.value)) {
        // A space before the first marked character is not part of the highlight.
        if (space_before && !out.text.empty()) out.text += ' ';
        space_before = false;
        if (begin == std::string::npos) begin = out.text.size();
        append_utf8(out.text, code_point.value);
      }
    }
    if (piece.marked && begin != std::string::npos) out.highlights.push_back({begin, out.text.size()});
  }
  return out;
}

std::string printable_text(std::string_view text) {
  return printable_text(HighlightedText{std::string(text), {}}).text;
}

std::vector<HighlightedText> wrap_text(HighlightedText const& text, std::size_t columns,
                                       std::size_t max_lines) {
  std::vector<HighlightedText> lines;
  for (std::size_t begin = 0; begin < text.text.size() && lines.size() < max_lines;) {
    auto const end = line_end(text.text, begin, columns);
    auto const last = text.text.find_last_not_of(' ', end - 1);
    lines.push_back(slice(text, begin, last == std::string::npos ? end : last + 1));
    begin = end;
    while (begin < text.text.size() && text.text[begin] == ' ') ++begin;
    if (begin < text.text.size() && lines.size() == max_lines) {
      lines.back() = with_ellipsis(std::move(lines.back()), columns);
    }
  }
  return lines;
}

HighlightedText clip_text(HighlightedText const& text, std::size_t columns) {
  auto lines = wrap_text(text, columns, 1);
  return lines.empty() ? HighlightedText{} : std::move(lines.front());
}

}  // namespace pressmark
