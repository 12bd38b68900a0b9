// Tries wider and wider readings of a query until one finds something.
#include "searcher/match/matcher.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "common/index/schema.h"
#include "common/strings/ascii.h"
#include "searcher/match/spelling.h"
#include "searcher/query/query_compiler.h"

namespace pressmark {
namespace {

// Where fewer posts than this have a word, another spelling may be meant.
constexpr std::size_t kFew = 10;
// That other spelling must be in this many times more posts.
constexpr Xapian::doccount kFarMore = 20;

class RelaxingSearch {
 public:
  RelaxingSearch(SearchContext const& context, ReadingMatcher const& matcher)
      : database_(context.database),
        query_(context.query),
        languages_(context.planner.languages()),
        matcher_(matcher),
        time_(context.time) {}

  // The answer to the query as it stands, or to the first wider reading that has one.
  MatchResult run() {
    result_.answer = matcher_.answer(query_.wanted);
    if (query_.wanted.empty()) return std::move(result_);
    as_typed_ = result_.answer.reading.plan;
    if (is_answered(Relaxation::none)) {
      if (result_.answer.reading.policy != WordPolicy::all && lacks_words()) correct_slip();
      if (result_.answer.total < kFew && as_typed_.units.size() == 1) result_.offer = likelier_words();
      return std::move(result_);
    }
    if (read_as(complete_last_word(query_.wanted), Relaxation::prefix) ||
        read_as(corrected(), Relaxation::typo)) {
      return std::move(result_);
    }
    bool const is_found = settle_for_fewer_words();
    if (time_.was_over()) return std::move(result_);
    result_.offer = likelier_words();
    if (!is_found && result_.offer.empty()) result_.offer = known_words();
    return std::move(result_);
  }

 private:
  // Notes readings that found nothing.
  [[nodiscard]] bool is_answered(Relaxation reading) {
    if (result_.answer.total > 0) return true;
    result_.tried.push_back(reading);
    return false;
  }

  bool read_as(std::optional<RelaxedQuery> const& reading, Relaxation relaxation) {
    if (!reading || time_.was_over()) return false;
    result_.answer = matcher_.answer(reading->wanted);
    if (!is_answered(relaxation)) return false;
    result_.relaxation = relaxation;
    result_.corrections = reading->corrections;
    return true;
  }

  [[nodiscard]] std::optional<RelaxedQuery> corrected() const {
    return correct_words(query_.wanted, as_typed_, languages_, database_, time_);
  }

  // True if no post has some word of the query.
  [[nodiscard]] bool lacks_words() const {
    return std::ranges::any_of(as_typed_.units, [](PlannedUnit const& unit) {
      return !unit.stop_word && unit.kind == NodeKind::word && unit.frequency == 0;
    });
  }

  // A long question with a slip finds posts by its other words. That it was a slip is certain enough where
  // a post has all words of the corrected question.
  void correct_slip() {
    auto const reading = corrected();
    if (!reading || !matcher_.has_any(reading->wanted)) return;
    auto as_it_stands = std::move(result_.answer);
    if (!read_as(reading, Relaxation::typo)) result_.answer = std::move(as_it_stands);  // for want of time
  }

  bool settle_for_fewer_words() {
    if (content_units(as_typed_) < 2 || !may_miss_words(query_.wanted) || time_.was_over()) return false;
    result_.answer = matcher_.answer_by_coverage(query_.wanted);
    if (!is_answered(Relaxation::fewer_words)) return false;
    result_.relaxation = Relaxation::fewer_words;
    note_missing_words();
    return true;
  }

  // Words that the best post of the page does without.
  void note_missing_words() {
    if (result_.answer.posts.empty() || time_.was_over()) return;
    auto const& units = as_typed_.units;
    for (std::size_t i = 0; i < units.size(); ++i) {
      if (!units[i].stop_word && !result_.answer.posts.front().parts.units[i])
        result_.missing_words.push_back(units[i].text);
    }
  }

  // The query with words that hardly any post has replaced by near ones that far more have, if that finds
  // something: what an author misspelt is a word of the index, too. Words that a post has together are meant.
  [[nodiscard]] std::string likelier_words() {
    auto words = query_.wanted;
    if (!is_flat(as_typed_)) return {};
    std::string text;
    bool is_other = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words[i].kind != NodeKind::word) return {};
      auto& word = words[i].words.front();
      if (auto const likelier = likelier_word(word, unit_of(i))) {
        word.text = *likelier;
        word.parts = {*likelier};
        is_other = true;
      }
      text += (text.empty() ? "" : " ") + word.text;
    }
    return is_other && matcher_.has_any(words) ? text : std::string();
  }

  [[nodiscard]] std::optional<std::string> likelier_word(QueryWord const& word,
                                                         PlannedUnit const& unit) const {
    if (unit.stop_word || unit.frequency == 0 || unit.frequency >= kFew || word.parts.size() > 1) return {};
    if (std::ranges::any_of(word.text, is_digit)) return {};
    auto nearest = correct_spelling(database_, word.parts.front(), time_);
    if (!nearest || database_.get_termfreq(word_term(Field::text, *nearest)) < kFarMore * unit.frequency)
      return {};
    return nearest;
  }

  // The query without words no post has, or else its most telling word, if that finds something. Showing
  // posts about half of a query would be junk; offering that half is not.
  [[nodiscard]] std::string known_words() {
    if (!is_flat(as_typed_)) return {};
    std::vector<std::size_t> known;
    for (std::size_t i = 0; i < query_.wanted.size(); ++i) {
      auto const& unit = unit_of(i);
      if (!unit.stop_word && unit.frequency > 0 && unit.kind == NodeKind::word) known.push_back(i);
    }
    if (known.size() == content_units(as_typed_)) {
      if (known.size() < 2) return {};
      known = {std::ranges::max(known, {}, [&](std::size_t i) { return unit_of(i).weight; })};
    }
    std::vector<QueryNode> words;
    std::string text;
    for (auto const i : known) {
      words.push_back(query_.wanted[i]);
      text += (text.empty() ? "" : " ") + unit_of(i).text;
    }
    return !words.empty() && matcher_.has_any(words) ? text : std::string();
  }

  // The unit of the wanted node of this number. The query is flat.
  [[nodiscard]] PlannedUnit const& unit_of(std::size_t node) const {
    return as_typed_.units[as_typed_.nodes[node].unit];
  }

  Xapian::Database const& database_;
  Query const& query_;
  std::span<std::string const> languages_;
  ReadingMatcher const& matcher_;
  TimeLimit& time_;
  QueryPlan as_typed_;
  MatchResult result_;
};

}  // namespace

MatchResult match(SearchContext const& context) {
  ReadingMatcher const matcher(context);
  auto result = RelaxingSearch(context, matcher).run();
  if (context.facet_names == nullptr || context.time.was_over()) return result;
  // Where no reading helped, facets are of the query as it stands.
  if (result.answer.total == 0) result.answer = matcher.answer(context.query.wanted);
  result.facets = matcher.facets(result.answer);
  return result;
}

}  // namespace pressmark
