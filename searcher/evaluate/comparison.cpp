// Compares two reports query by query.
#include "searcher/evaluate/comparison.h"

#include <algorithm>
#include <utility>

namespace pressmark {
namespace {

double reciprocal(std::size_t rank) {
  return rank == 0 ? 0 : 1.0 / static_cast<double>(rank);
}

// How well one query is answered as far as a move of it matters.
double value(QueryOutcome const& outcome) {
  if (!outcome.has_answer) return outcome.is_miss() ? 0 : 1;
  return reciprocal(outcome.right_rank) + (outcome.section_first ? 1 : 0);
}

bool has_moved(QueryOutcome const& before, QueryOutcome const& after) {
  return before.right_rank != after.right_rank || before.section_first != after.section_first ||
         (!before.has_answer && before.is_miss() != after.is_miss());
}

}  // namespace

QualityComparison compare(QualityReport before, QualityReport after) {
  QualityComparison comparison{std::move(before), std::move(after), {}};
  auto const& first = comparison.before.queries;
  auto const& second = comparison.after.queries;
  for (std::size_t i = 0; i < std::min(first.size(), second.size()); ++i) {
    if (has_moved(first[i], second[i])) {
      comparison.moved.push_back({first[i], second[i], value(second[i]) - value(first[i])});
    }
  }
  std::ranges::stable_sort(comparison.moved, std::ranges::greater{}, &MovedQuery::gain);
  return comparison;
}

}  // namespace pressmark
