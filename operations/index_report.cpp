// Adding up what became of each source.
#include "operations/index_report.h"

#include <algorithm>
#include <utility>

namespace pressmark {

void IndexReport::take(IntakeReport const& intake) {
  for (auto const& source : intake.sources) {
    added += source.counts.added;
    changed += source.counts.changed;
    unchanged += source.counts.unchanged;
    removed += source.counts.removed;
    skipped += source.skipped;
    if (!source.failure) continue;
    bool const is_first = !failure && !source.is_tolerated;
    if (is_first) failure = source.failure;
    if (!is_first) note({source.failure->what(), {}});
  }
  for (auto problem : intake.problems) note(std::move(problem));
  problem_count += intake.problem_count - intake.problems.size();
  sources = intake.sources;
}

std::size_t IndexReport::read_sources() const {
  return static_cast<std::size_t>(std::ranges::count_if(
      sources, [](SourceReport const& source) { return !source.failure.has_value(); }));
}

}  // namespace pressmark
