// Pairing of Markdown's markers, stricter than Markdown itself: in doubt they are text.
#include "indexer/extract/markdown_markers.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/strings/ascii.h"

namespace pressmark {
namespace {

struct Marker {
  std::size_t begin = 0;
  std::size_t length = 0;
  bool backtick = false;
  bool paired = false;  // closes a pair
  [[nodiscard]] std::size_t end() const { return begin + length; }
  [[nodiscard]] bool matches(Marker const& other) const {
    return backtick == other.backtick && length == other.length;
  }
};

// `**`, `*` and backticks, in order. Longer runs are rules and fences.
std::vector<Marker> markers_outside_code(MarkedText const& marked) {
  std::string_view const text = marked.text;
  std::vector<Marker> found;
  auto mark = marked.marks.begin();
  std::size_t at = 0;
  while ((at = text.find_first_of("*`", at)) != std::string_view::npos) {
    while (mark != marked.marks.end() && (mark->kind != MarkKind::code || mark->end <= at)) ++mark;
    if (mark != marked.marks.end() && mark->begin <= at) {
      at = mark->end;
      continue;
    }
    auto const length = std::min(text.find_first_not_of(text[at], at), text.size()) - at;
    bool const backtick = text[at] == '`';
    if (length == 1 || (length == 2 && !backtick)) found.push_back({at, length, backtick});
    at += length;
  }
  return found;
}

// For each marker the index of the next one like it; markers.size() if there is none.
std::vector<std::size_t> next_alike(std::vector<Marker> const& markers) {
  std::vector<std::size_t> next(markers.size(), markers.size());
  std::size_t nearest[2][3];
  for (auto& of_sign : nearest) std::ranges::fill(of_sign, markers.size());
  for (auto i = markers.size(); i-- > 0;) {
    auto& like_this = nearest[markers[i].backtick ? 1 : 0][markers[i].length];
    next[i] = like_this;
    like_this = i;
  }
  return next;
}

bool is_word_byte(char c) {
  return is_letter(c) || is_digit(c);
}

// Markers cling to the words inside and stand clear of those outside; "src/**/x" is a path.
bool clings(char inside) {
  return !is_space(inside) && inside != '/';
}

bool can_open(std::string_view text, Marker const& marker) {
  bool const clear = marker.begin == 0 || !is_word_byte(text[marker.begin - 1]);
  return clear && marker.end() < text.size() && clings(text[marker.end()]);
}

bool can_close(std::string_view text, Marker const& marker) {
  bool const clear = marker.end() == text.size() || !is_word_byte(text[marker.end()]);
  return clear && clings(text[marker.begin - 1]);
}

}  // namespace

void strip_markdown_markers(MarkedText& marked) {
  auto markers = markers_outside_code(marked);
  auto const next = next_alike(markers);
  std::vector<ByteRange> removed;
  for (std::size_t i = 0; i < markers.size(); ++i) {
    auto const& opening = markers[i];
    if (opening.paired || next[i] == markers.size()) continue;
    auto& closing = markers[next[i]];
    bool const empty = closing.begin == opening.end();
    if (empty || !can_open(marked.text, opening) || !can_close(marked.text, closing)) continue;
    closing.paired = true;
    removed.push_back({opening.begin, opening.end()});
    removed.push_back({closing.begin, closing.end()});
    if (!opening.backtick) continue;
    marked.marks.push_back({MarkKind::code, static_cast<std::uint32_t>(opening.end()),
                            static_cast<std::uint32_t>(closing.begin)});
    i = next[i];
  }
  std::ranges::sort(removed, {}, &ByteRange::begin);
  sort_marks(marked);
  erase(marked, removed);
}

}  // namespace pressmark
