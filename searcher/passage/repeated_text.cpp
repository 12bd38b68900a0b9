// Hashes the shingles of a text as the indexer did, and widens each that is boilerplate to its sentences.
#include "searcher/passage/repeated_text.h"

#include <algorithm>

#include "searcher/passage/text_window.h"

namespace pressmark {

std::vector<RepeatedSentence> RepeatedText::find(std::string_view text, Analysis const& analysis) {
  std::vector<RepeatedSentence> found;
  find_shingles(analysis, shingles_);
  auto const& known = boilerplate_.shingles;
  for (auto const& shingle : shingles_) {
    if (!std::binary_search(known.begin(), known.end(), shingle_of_site(site_, shingle.hash))) continue;
    TextRange const words{shingle.begin, shingle.end};
    if (!found.empty() && words.begin < found.back().all.end) {
      found.back().words.end = words.end;
      if (words.end > found.back().all.end) found.back().all.end = sentence_end(text, words.end);
    } else {
      found.push_back({{sentence_begin(text, words.begin), sentence_end(text, words.end)}, words});
    }
  }
  return found;
}

TextRange run_around(std::size_t at, std::size_t size, std::vector<RepeatedSentence> const& repeated) {
  TextRange run{0, size};
  for (auto const& [all, words] : repeated) {
    if (all.end <= at) run.begin = all.end;
    if (all.begin > at) {
      run.end = all.begin;
      break;
    }
  }
  return run;
}

}  // namespace pressmark
