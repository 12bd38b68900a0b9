// Measures the edit distance to each word of the index with the same first letters.
#include "searcher/match/spelling.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

#include "common/index/schema.h"
#include "common/strings/edit_distance.h"
#include "common/strings/utf8.h"

namespace pressmark {
namespace {

std::u32string decoded(std::string_view text) {
  std::u32string letters;
  for (std::size_t at = 0; at < text.size();) {
    auto const letter = decode_utf8(text, at);
    letters += letter.value;
    at += letter.bytes;
  }
  return letters;
}

// True if words one edit apart differ by a swap of neighbours or by a letter written twice: the
// slips that are likely even in a short word.
bool likely_slip(std::string_view word, std::string_view candidate) {
  auto longer = decoded(word);
  auto shorter = decoded(candidate);
  if (longer.size() < shorter.size()) std::swap(longer, shorter);
  auto const at = static_cast<std::size_t>(
      std::mismatch(shorter.begin(), shorter.end(), longer.begin()).first - shorter.begin());
  if (longer.size() > shorter.size()) return at > 0 && longer[at] == longer[at - 1];
  return at + 1 < longer.size() && longer[at] == shorter[at + 1] && longer[at + 1] == shorter[at];
}

class NearestWord {
 public:
  NearestWord(Xapian::Database const& database, std::string const& word, TimeLimit& time)
      : database_(database),
        word_(word),
        time_(time),
        letters_(count_code_points(word)),
        edits_(allowed_edits(letters_)) {}

  std::optional<std::string> run() {
    if (edits_ == 0) return std::nullopt;
    auto const first = decode_utf8(word_, 0).bytes;
    scan(word_.substr(0, first));
    auto const second = decode_utf8(word_, first).bytes;
    auto const swapped = word_.substr(first, second);
    if (swapped != word_.substr(0, first)) scan(swapped + word_.substr(0, first));
    return time_.was_over() ? std::nullopt : best_;
  }

 private:
  void scan(std::string const& start) {
    auto const end = database_.allterms_end(start);
    for (auto term = database_.allterms_begin(start); term != end && !time_.is_over_at_step(); ++term) {
      auto const candidate = *term;
      if (candidate.size() > word_.size() + 4 * edits_ || candidate.size() + 4 * edits_ < word_.size())
        continue;
      auto const distance = edit_distance(word_, candidate, edits_);
      if (distance == 0 || distance > edits_) continue;
      if (letters_ < 5 && !likely_slip(word_, candidate)) continue;
      consider(candidate, distance, term.get_termfreq());
    }
  }

  void consider(std::string const& candidate, std::size_t distance, Xapian::doccount frequency) {
    auto const in_titles = database_.get_termfreq(word_term(Field::title, candidate));
    auto const rank = std::tuple(edits_ - distance, in_titles, frequency);
    if (best_ && rank <= rank_) return;
    best_ = candidate;
    rank_ = rank;
  }

  Xapian::Database const& database_;
  std::string const& word_;
  TimeLimit& time_;
  std::size_t letters_;
  std::size_t edits_;
  std::optional<std::string> best_;
  std::tuple<std::size_t, Xapian::doccount, Xapian::doccount> rank_;
};

}  // namespace

std::size_t allowed_edits(std::size_t letters) {
  if (letters < 4) return 0;
  return letters < 8 ? 1 : 2;
}

std::optional<std::string> correct_spelling(Xapian::Database const& database, std::string const& word,
                                            TimeLimit& time) {
  return NearestWord(database, word, time).run();
}

}  // namespace pressmark
