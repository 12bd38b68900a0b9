// Lengthens a run of words around the place until it is unique in the post.
#include "searcher/passage/text_fragment.h"

#include <algorithm>
#include <vector>

#include "common/strings/ascii.h"
#include "common/strings/utf8.h"

namespace pressmark {
namespace {

// Fewer words might stand in the page's navigation, too; more make addresses nobody can read.
constexpr std::size_t kLeastWords = 4;
constexpr std::size_t kMostWords = 12;

// As browsers compare: without regard to case, any white space as one space.
std::string comparable(std::string_view text) {
  return lower(collapse_whitespace(text));
}

std::size_t count(std::string_view text, std::string_view words) {
  std::size_t found = 0;
  for (auto at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) ++found;
  return found;
}

struct Word {
  std::size_t begin;
  std::size_t end;
};

std::vector<Word> words_of(std::string_view line) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < line.size();) {
    if (is_space(line[at])) {
      ++at;
      continue;
    }
    auto end = at;
    while (end < line.size() && !is_space(line[end])) ++end;
    words.push_back({at, end});
    at = end;
  }
  return words;
}

}  // namespace

std::string distinctive_words(std::size_t place, std::string_view text, std::span<std::string const> texts) {
  if (place >= text.size()) return {};
  auto const line_begin = place == 0 ? 0 : text.rfind('\n', place - 1) + 1;  // npos + 1 is 0
  auto const line = text.substr(line_begin, text.find('\n', place) - line_begin);
  auto const words = words_of(line);
  auto const hit = static_cast<std::size_t>(
      std::find_if(words.begin(), words.end(), [&](Word word) { return word.end > place - line_begin; }) -
      words.begin());
  std::vector<std::string> haystacks;
  for (auto const& other : texts) haystacks.push_back(comparable(other));
  for (auto length = std::min(kLeastWords, words.size()); length <= std::min(kMostWords, words.size());
       ++length) {
    auto const first = std::min(hit, words.size() - length);
    auto const run = line.substr(words[first].begin, words[first + length - 1].end - words[first].begin);
    auto const key = comparable(run);
    std::size_t found = 0;
    for (auto const& haystack : haystacks) found += count(haystack, key);
    if (found == 1) return collapse_whitespace(run);
  }
  return {};
}

}  // namespace pressmark
