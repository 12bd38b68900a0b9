// Runs query text through the analyzer of the index and groups its terms into words.
#include "searcher/query/query_words.h"

#include <algorithm>

#include "common/text/fold.h"
#include "common/text/stop_words.h"

namespace pressmark {
namespace {

// Terms of one token as one word. Alternates serve the text only: ".net" must not find "net".
QueryWord word_from(Analysis const& analysis, std::string_view text, std::size_t first, std::size_t last) {
  QueryWord word;
  auto const& terms = analysis.terms();
  auto const begin = terms[first].begin;
  auto end = terms[first].end;
  std::uint16_t longest = 0;
  for (std::size_t i = first; i < last; ++i) {
    end = std::max(end, terms[i].end);
    if (terms[i].kind == TermKind::word || terms[i].kind == TermKind::part) {
      word.parts.emplace_back(analysis.text(terms[i]));
    } else if (terms[i].kind == TermKind::joined && terms[i].span > longest) {
      longest = terms[i].span;
      word.joined = analysis.text(terms[i]);
    }
  }
  // A joined form of some of the parts only does not mean the whole.
  if (longest < word.parts.size()) word.joined.clear();
  word.text = fold(text.substr(begin, end - begin));
  word.begin = begin;
  word.end = end;
  return word;
}

}  // namespace

std::vector<QueryWord> query_words(std::string_view text, TextKind kind,
                                   std::span<std::string const> languages, std::size_t offset) {
  Analysis analysis;
  Analyzer().analyze(text, kind, analysis);
  auto const& terms = analysis.terms();
  std::vector<QueryWord> words;
  for (std::size_t first = 0; first < terms.size();) {
    auto last = first;
    while (last < terms.size() && terms[last].token == terms[first].token) ++last;
    auto word = word_from(analysis, text, first, last);
    if (!word.parts.empty()) {
      word.begin += offset;
      word.end += offset;
      // "o/n" is not the word "on".
      if (is_stop_word_of(word.joined, languages)) word.joined.clear();
      word.stop_word = word.parts.size() == 1 && is_stop_word_of(word.parts.front(), languages);
      words.push_back(std::move(word));
    }
    first = last;
  }
  return words;
}

bool is_stop_word_of(std::string_view word, std::span<std::string const> languages) {
  return std::any_of(languages.begin(), languages.end(),
                     [&](std::string const& language) { return is_stop_word(word, language); });
}

}  // namespace pressmark
