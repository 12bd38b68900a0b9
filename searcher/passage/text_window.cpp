// Looks for the nearest start of a sentence on either side, and falls back to spaces.
#include "searcher/passage/text_window.h"

#include <algorithm>

#include "common/strings/utf8.h"

namespace pressmark {
namespace {

// The percentage of the room beside the focus that goes before it. A reader needs a little more of what leads
// up to a match than of what follows it.
constexpr std::size_t kRoomBeforePercent = 60;
// A window may end early, with a sentence, if it is at least this percentage of the bytes wanted.
constexpr std::size_t kLeastFilledPercent = 60;

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t';
}

// Closing marks that belong to the sentence before them.
bool is_closing(std::string_view text, std::size_t at) {
  return text[at] == '"' || text[at] == ')' || text[at] == '\'';
}

// True if a sentence starts at `at`: at the start of the text or a line, or after '.', '!' or '?'
// and white space, where what follows is no lower-case letter ("e.g. this" goes on).
bool sentence_starts(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  if (at >= text.size() || !is_space(text[at - 1]) || is_space(text[at])) return false;
  if (text[at - 1] == '\n') return true;
  if (text[at] >= 'a' && text[at] <= 'z') return false;
  auto before = at - 1;
  while (before > 0 && is_space(text[before])) --before;
  if (before > 0 && is_closing(text, before)) --before;
  return text[before] == '.' || text[before] == '!' || text[before] == '?' || text[before] == ':';
}

std::size_t word_start_at_or_after(std::string_view text, std::size_t at, std::size_t limit) {
  at = floor_code_point(text, at);
  if (at == 0 || is_space(text[at - 1])) return at;
  for (auto next = at; next < limit; ++next) {
    if (is_space(text[next])) return next + 1;
  }
  return at;  // one long word, or a script without spaces
}

std::size_t window_begin(std::string_view text, std::size_t focus_begin, std::size_t room) {
  auto const earliest = focus_begin > room ? focus_begin - room : 0;
  // The nearest sentence that leaves the focus some context is the best start.
  for (auto at = focus_begin + 1; at-- > earliest;) {
    if (sentence_starts(text, at)) return at;
  }
  auto const context = std::min(room / 2, focus_begin);
  return word_start_at_or_after(text, focus_begin - context, focus_begin);
}

std::size_t window_end(std::string_view text, std::size_t begin, std::size_t focus_end,
                       std::size_t max_bytes) {
  if (text.size() - begin <= max_bytes) return text.size();
  auto const latest = std::max(begin + max_bytes, std::min(focus_end, text.size()));
  auto const least = std::max(focus_end, begin + max_bytes * kLeastFilledPercent / 100);
  for (auto at = latest; at > least; --at) {
    if (sentence_starts(text, at)) return at;
  }
  for (auto at = latest + 1; at-- > std::max(focus_end, begin + max_bytes / 2);) {
    if (at == text.size() || is_space(text[at])) return at;
  }
  return floor_code_point(text, latest);
}

}  // namespace

std::size_t sentence_begin(std::string_view text, std::size_t at) {
  while (!sentence_starts(text, at)) --at;
  return at;
}

std::size_t sentence_end(std::string_view text, std::size_t at) {
  while (at < text.size() && !sentence_starts(text, at)) ++at;
  return at;
}

TextWindow window_around(std::string_view text, std::size_t focus_begin, std::size_t focus_end,
                         std::size_t max_bytes) {
  TextWindow window;
  if (text.size() <= max_bytes) {
    window.end = text.size();
    return window;
  }
  focus_begin = std::min(focus_begin, text.size());
  focus_end = std::clamp(focus_end, focus_begin, std::min(text.size(), focus_begin + max_bytes));
  auto const room = max_bytes - std::min(max_bytes, focus_end - focus_begin);
  window.begin = window_begin(text, focus_begin, room * kRoomBeforePercent / 100);
  window.end = window_end(text, window.begin, focus_end, max_bytes);
  // Room left over at the end of the text goes to the front.
  if (window.end == text.size() && window.end - window.begin < max_bytes * kLeastFilledPercent / 100) {
    auto const earliest = text.size() - max_bytes;
    auto at = word_start_at_or_after(text, earliest, window.begin);
    for (auto start = at; start < window.begin; ++start) {
      if (sentence_starts(text, start)) {
        at = start;
        break;
      }
    }
    window.begin = at;
  }
  while (window.begin < focus_begin && is_space(text[window.begin])) ++window.begin;
  window.cut_before = !sentence_starts(text, window.begin);
  window.cut_after = window.end < text.size() && !sentence_starts(text, window.end);
  while (window.end > window.begin && is_space(text[window.end - 1])) --window.end;
  return window;
}

}  // namespace pressmark
