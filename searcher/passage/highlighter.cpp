// Analyses the text again and compares it, position by position, with the occurrences that matched.
#include "searcher/passage/highlighter.h"

#include <algorithm>

namespace pressmark {
namespace {

struct Mark {
  std::size_t begin;
  std::size_t end;
  std::uint32_t position;
  std::uint16_t unit;
  bool leads;
};

}  // namespace

std::vector<Highlight> Highlighter::highlights(std::string_view text, TextKind kind,
                                               std::uint32_t first_position,
                                               std::span<Occurrence const> occurrences) {
  analyzer_.analyze(text, kind, analysis_);
  std::vector<Mark> marks;
  auto at =
      std::lower_bound(occurrences.begin(), occurrences.end(), first_position,
                       [](Occurrence const& a, std::uint32_t position) { return a.position < position; });
  for (auto const& term : analysis_.terms()) {
    auto const position = first_position + term.position;
    while (at != occurrences.end() && at->position < position) ++at;
    for (auto it = at; it != occurrences.end() && it->position == position; ++it) {
      if (plan_.forms[it->form].text == analysis_.text(term)) {
        marks.push_back({term.begin, term.end, position, it->unit, it->leads});
      }
    }
  }
  std::sort(marks.begin(), marks.end(), [](Mark const& a, Mark const& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::vector<Highlight> found;
  Mark const* previous = nullptr;
  for (auto const& mark : marks) {
    bool const overlaps = !found.empty() && mark.begin < found.back().end;
    bool const continues = previous != nullptr && !mark.leads && mark.unit == previous->unit &&
                           mark.position == previous->position + 1;
    if (overlaps || continues)
      found.back().end = std::max(found.back().end, mark.end);
    else
      found.push_back({mark.begin, mark.end});
    previous = &mark;
  }
  return found;
}

}  // namespace pressmark
