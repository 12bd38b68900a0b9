// Sorts windows by their place in the text and moves their highlights along when they are joined.
#include "searcher/passage/fragments.h"

#include <algorithm>
#include <string>

namespace pressmark {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr std::string_view kBetween = " … ";

void append(std::string_view text, Fragment const& fragment, HighlightedText& result) {
  auto const& window = fragment.window;
  auto const at = result.text.size();
  result.text += text.substr(window.begin, window.end - window.begin);
  std::replace_if(
      result.text.begin() + static_cast<std::ptrdiff_t>(at), result.text.end(),
      [](char c) { return c == '\n' || c == '\t'; }, ' ');
  for (auto const& range : fragment.highlights) {
    if (range.begin < window.begin || range.end > window.end) continue;
    result.highlights.push_back({range.begin - window.begin + at, range.end - window.begin + at});
  }
}

}  // namespace

bool overlap(Fragment const& a, Fragment const& b) {
  return a.window.begin < b.window.end && b.window.begin < a.window.end;
}

HighlightedText join_fragments(std::string_view text, std::vector<Fragment> fragments) {
  HighlightedText result;
  if (fragments.empty()) return result;
  std::ranges::sort(fragments, {}, [](Fragment const& fragment) { return fragment.window.begin; });
  if (fragments.front().window.cut_before) result.text += kEllipsis;
  for (auto const& fragment : fragments) {
    if (&fragment != &fragments.front()) result.text += kBetween;
    append(text, fragment, result);
  }
  if (fragments.back().window.cut_after) result.text += kEllipsis;
  return result;
}

}  // namespace pressmark
