// The words around a match that show a reader why a post was found.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/record.h"
#include "searcher/match/occurrences.h"
#include "searcher/passage/fragments.h"
#include "searcher/passage/highlighter.h"
#include "searcher/passage/repeated_text.h"
#include "searcher/passage/window_chooser.h"
#include "searcher/query/query_plan.h"
#include "searcher/results/search_results.h"

namespace pressmark {

struct SnippetLengths {
  std::size_t bytes = 220;    // of a fragment, about
  std::size_t fragments = 1;  // at most
};

struct Snippet {
  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

  HighlightedText text;
  std::size_t begin = 0;         // byte in the section's text at which the best window begins
  std::size_t match = kNowhere;  // byte at which that window's first highlight begins
  double score = 0;  // of the best window shown; 0 where the section's body has no words of the query to show
  bool passed_over = false;   // a window was left out since sentences in it are repeated
  double repeated_score = 0;  // of the best of these with a match among the repeated words themselves
};

// Makes the snippets of one post, leaving out what `repeated` finds. Not thread-safe.
class SnippetMaker {
 public:
  // `plan` and `highlighter` must outlive it.
  SnippetMaker(QueryPlan const& plan, Highlighter& highlighter, RepeatedText repeated, SnippetLengths lengths)
      : plan_(plan), highlighter_(highlighter), repeated_(std::move(repeated)), lengths_(lengths) {}

  // The window of a section's text that says most about the query: chosen by distinct words, their
  // weight and closeness, from positions alone; then cut at sentences where they are near, else at
  // words, with "…" at an end that is cut. `text` is the section's (RecordUnpacker), `occurrences`
  // those within it, sorted. Lines within it become spaces. Sentences that are repeated end it like
  // the end of a block and are not chosen. Further windows, where they are asked for, are chosen by
  // the occurrences not shown yet. Without another occurrence in the body, its head.
  [[nodiscard]] Snippet snippet(RecordSection const& section, std::string_view text,
                                std::span<Occurrence const> occurrences);

  // The first of `text` that is not repeated, cut at a sentence or word; empty if all is repeated.
  // The first word of `text` has `first_position`; without occurrences it does not matter.
  [[nodiscard]] HighlightedText lead(std::string_view text, std::uint32_t first_position,
                                     std::span<Occurrence const> occurrences);

 private:
  struct Excerpt;
  [[nodiscard]] Excerpt read_around(RecordSection const& section, std::string_view text,
                                    std::span<Occurrence const> occurrences, WindowChoice const& choice);
  [[nodiscard]] Fragment show(RecordSection const& section, std::string_view text,
                              std::span<Occurrence const> occurrences, WindowChoice const& choice,
                              Excerpt excerpt);
  [[nodiscard]] std::vector<RepeatedSentence> find_repeated(std::string_view analysed);
  [[nodiscard]] TextRange first_new_run(std::string_view text);

  QueryPlan const& plan_;
  Highlighter& highlighter_;
  RepeatedText repeated_;
  SnippetLengths lengths_;
};

}  // namespace pressmark
