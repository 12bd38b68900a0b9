// The words around a match that show a reader why a post was found.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "common/index/record.h"
#include "searcher/match/occurrences.h"
#include "searcher/passage/highlighter.h"
#include "searcher/query/query_plan.h"
#include "searcher/results/search_results.h"

namespace pressmark {

// The window of a section's text that says most about the query: chosen by distinct words,
// their weight and closeness, from positions alone; then cut at sentences where they are near,
// else at words, with "…" at an end that is cut. `text` is the section's (RecordUnpacker), `occurrences`
// those within it, sorted. Lines within it become spaces. About `max_bytes` long. Without an occurrence in
// the section's body, its head.
[[nodiscard]] HighlightedText make_snippet(RecordSection const& section, std::string_view text,
                                           std::span<Occurrence const> occurrences, QueryPlan const& plan,
                                           Highlighter& highlighter, std::size_t max_bytes);

// The head of `text`, cut at a sentence or word; highlighted where the first word has a position.
[[nodiscard]] HighlightedText make_lead(std::string_view text, std::uint32_t first_position,
                                        std::span<Occurrence const> occurrences, Highlighter& highlighter,
                                        std::size_t max_bytes);

}  // namespace pressmark
