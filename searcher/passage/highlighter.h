// Puts highlights on displayed text, from the positions that matched: only what matched lights up.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"
#include "searcher/match/occurrences.h"
#include "searcher/query/query_plan.h"
#include "searcher/results/search_results.h"

namespace pressmark {

// Keeps its buffers between calls. Not thread-safe. The plan must outlive it.
class Highlighter {
 public:
  explicit Highlighter(QueryPlan const& plan) : plan_(plan) {}

  // The ranges of `text` that the occurrences (sorted by position) cover. The first word of
  // `text` has `first_position` in the document. The words of a phrase or compound that follow
  // one another become one range.
  [[nodiscard]] std::vector<Highlight> highlights(std::string_view text, TextKind kind,
                                                  std::uint32_t first_position,
                                                  std::span<Occurrence const> occurrences);

  // Terms of the last text, with their byte ranges.
  [[nodiscard]] Analysis const& analysis() const noexcept { return analysis_; }

 private:
  QueryPlan const& plan_;
  Analyzer analyzer_;
  Analysis analysis_;
};

}  // namespace pressmark
