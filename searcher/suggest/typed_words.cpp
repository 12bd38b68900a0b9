// Compares terms instead of letters, so that case and accents do not matter.
#include "searcher/suggest/typed_words.h"

#include <algorithm>

namespace pressmark {

TypedWords::TypedWords(std::string_view typed) {
  Analyzer().analyze(typed, TextKind::prose, analysis_);
  for (auto const& term : analysis_.terms()) {
    if (term.kind == TermKind::word || term.kind == TermKind::part) words_.emplace_back(analysis_.text(term));
  }
}

std::optional<TypedWords::Match> TypedWords::match(std::string_view text) {
  if (words_.empty()) return std::nullopt;
  Analyzer().analyze(text, TextKind::prose, analysis_);
  Match match;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    bool const last = i + 1 == words_.size();
    auto const& terms = analysis_.terms();
    auto const found = std::find_if(terms.begin(), terms.end(), [&](Term const& term) {
      auto const word = analysis_.text(term);
      return last ? word.starts_with(words_[i]) : word == words_[i];
    });
    if (found == terms.end()) return std::nullopt;
    if (i == 0) match.at_start = found->position == 0;
    match.highlights.push_back({found->begin, found->end});
  }
  std::sort(match.highlights.begin(), match.highlights.end(),
            [](Highlight const& a, Highlight const& b) { return a.begin < b.begin; });
  // Two words typed may lie in one word found.
  auto kept = match.highlights.begin();
  for (auto it = std::next(kept); it != match.highlights.end(); ++it) {
    if (it->begin < kept->end)
      kept->end = std::max(kept->end, it->end);
    else
      *++kept = *it;
  }
  match.highlights.erase(std::next(kept), match.highlights.end());
  return match;
}

}  // namespace pressmark
