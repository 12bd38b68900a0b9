// Chooses a run of words by counting the highlights in every run of that length.
#include "present/meilisearch/crop.h"

#include <algorithm>
#include <vector>

#include "common/strings/ascii.h"

namespace pressmark {
namespace {

std::vector<Highlight> find_words(std::string_view text) {
  std::vector<Highlight> words;
  std::size_t at = 0;
  while (true) {
    while (at < text.size() && is_space(text[at])) ++at;
    if (at == text.size()) return words;
    auto const begin = at;
    while (at < text.size() && !is_space(text[at])) ++at;
    words.push_back({begin, at});
  }
}

// How many highlights begin in each word.
std::vector<std::size_t> count_highlights(HighlightedText const& text, std::vector<Highlight> const& words) {
  std::vector<std::size_t> counts(words.size());
  std::size_t word = 0;
  for (auto const& highlight : text.highlights) {
    while (word + 1 < words.size() && words[word].end <= highlight.begin) ++word;
    ++counts[word];
  }
  return counts;
}

// The first word of the run: the middle one of the first runs that have the most.
std::size_t choose_run(std::vector<std::size_t> const& counts, std::size_t length) {
  std::size_t in_run = 0;
  for (std::size_t i = 0; i < length; ++i) in_run += counts[i];
  std::size_t most = in_run;
  std::size_t first = 0;
  std::size_t last = 0;
  for (std::size_t begin = 1; begin + length <= counts.size(); ++begin) {
    in_run += counts[begin + length - 1];
    in_run -= counts[begin - 1];
    if (in_run > most) {
      most = in_run;
      first = last = begin;
    } else if (in_run == most && last + 1 == begin) {
      last = begin;
    }
  }
  return most == 0 ? 0 : first + (last - first) / 2;
}

}  // namespace

HighlightedText crop(HighlightedText const& text, std::size_t max_words, std::string_view marker) {
  auto const words = find_words(text.text);
  if (max_words == 0 || words.size() <= max_words) return text;
  auto const first = choose_run(count_highlights(text, words), max_words);
  auto const last = first + max_words - 1;
  auto const begin = words[first].begin;
  auto const end = words[last].end;

  HighlightedText cropped;
  if (first > 0) cropped.text += marker;
  auto const shift = cropped.text.size();
  cropped.text.append(text.text, begin, end - begin);
  if (last + 1 < words.size()) cropped.text += marker;
  for (auto const& highlight : text.highlights) {
    if (highlight.begin < begin || highlight.begin >= end) continue;
    cropped.highlights.push_back(
        {highlight.begin - begin + shift, std::min(highlight.end, end) - begin + shift});
  }
  return cropped;
}

std::string tagged(HighlightedText const& text, std::string_view pre_tag, std::string_view post_tag) {
  std::string result;
  std::size_t at = 0;
  for (auto const& [begin, end] : text.highlights) {
    result.append(text.text, at, begin - at).append(pre_tag);
    result.append(text.text, begin, end - begin).append(post_tag);
    at = end;
  }
  return result.append(text.text, at);
}

}  // namespace pressmark
