// Adds up the results of all sources.
#include "operations/change/index_report.h"

#include <algorithm>
#include <utility>

namespace pressmark {

void IndexReport::take(std::vector<SourceReport> const& read, NotedProblems const& noted) {
  for (auto const& source : read) {
    added += source.counts.added;
    changed += source.counts.changed;
    unchanged += source.counts.unchanged;
    removed += source.counts.removed;
    skipped += source.skipped;
    if (source.failure && !source.is_tolerated && !failure) failure = source.failure;
  }
  for (auto problem : noted.problems) note(std::move(problem));
  problem_count += noted.problem_count - noted.problems.size();
  sources = read;
}

std::size_t IndexReport::read_sources() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(sources, [](SourceReport const& source) { return !source.failure.has_value(); }));
}

}  // namespace pressmark
