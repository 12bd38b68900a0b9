// Counting stems, and writing words at their positions.
#include "indexer/write/field_postings.h"

#include "common/text/analyzer.h"

namespace pressmark {
namespace {

// Xapian refuses terms over 245 bytes, and with them everything not yet committed. A term here
// is 'Z', a prefix and a word, of which stemming changes an ending; even if Xapian had to escape
// every byte it would fit.
constexpr std::size_t kXapianTermBytes = 245;
constexpr std::size_t kLongestMark = 3;
constexpr std::size_t kLongestNewEnding = 8;
static_assert(2 * (kLongestMark + Analyzer::kMaxTermBytes + kLongestNewEnding) <= kXapianTermBytes);

}  // namespace

void FieldPostings::add(Field field, std::string_view word, Xapian::termpos position,
                        Xapian::termcount weight) {
  auto const& info = field_info(field);
  if (info.has_positions)
    document_.add_posting(word_term(field, word), position, info.has_stems ? 0 : weight);
  if (info.has_stems) add_stem(field, word, position, weight);
}

// Two spellings of one word at one place (engine, engines) count once.
void FieldPostings::add_stem(Field field, std::string_view word, Xapian::termpos position,
                             Xapian::termcount weight) {
  auto const stem = stemmer_.stem(word);
  auto term = stem_term(field, stem);
  if (field == Field::text && stem != word && !forms_.contains(word)) forms_.emplace(word, term);
  auto& count = stems_[std::move(term)];
  if (count.weight != 0 && count.last_position == position) return;
  count.weight += weight;
  count.last_position = position;
}

std::vector<std::pair<std::string, std::string>> FieldPostings::finish() {
  for (auto const& [term, count] : stems_) document_.add_term(term, count.weight);
  std::vector<std::pair<std::string, std::string>> word_forms;
  word_forms.reserve(forms_.size());
  for (auto& [word, term] : forms_) word_forms.emplace_back(std::move(term), word);
  stems_.clear();
  forms_.clear();
  return word_forms;
}

}  // namespace pressmark
