// The ladder: readings of a query, wider and wider, until one finds something.
#include "searcher/match/matcher.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "searcher/query/query_compiler.h"

namespace pressmark {
namespace {

class Ladder {
 public:
  Ladder(Xapian::Database const& database, Query const& query, ReadingMatcher& matcher, TimeLimit& time)
      : database_(database), query_(query), matcher_(matcher), time_(time) {}

  // The answer to the query as it stands, or to the first wider reading that has one.
  MatchResult climb() {
    result_.answer = matcher_.answer(query_.wanted);
    if (is_answered(Relaxation::none) || query_.wanted.empty()) return std::move(result_);
    as_typed_ = result_.answer.plan;
    if (read_as(complete_last_word(query_.wanted), Relaxation::prefix) ||
        read_as(correct_words(query_.wanted, as_typed_, database_, time_), Relaxation::typo) ||
        miss_words() || time_.was_over()) {
      return std::move(result_);
    }
    result_.offer = known_words();
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

  bool miss_words() {
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

  // The query without words no post has, if that finds something. Showing posts about half of a query
  // would be junk; offering that half is not.
  [[nodiscard]] std::string known_words() {
    if (as_typed_.units.size() != query_.wanted.size()) return {};
    std::vector<QueryNode> known;
    std::string text;
    for (std::size_t i = 0; i < query_.wanted.size(); ++i) {
      auto const& unit = as_typed_.units[i];
      if (unit.stop_word || unit.frequency == 0 || unit.kind != NodeKind::word) continue;
      known.push_back(query_.wanted[i]);
      text += (text.empty() ? "" : " ") + unit.text;
    }
    if (known.empty() || known.size() == content_units(as_typed_)) return {};
    return matcher_.has_any(known) ? text : std::string();
  }

  Xapian::Database const& database_;
  Query const& query_;
  ReadingMatcher& matcher_;
  TimeLimit& time_;
  QueryPlan as_typed_;
  MatchResult result_;
};

}  // namespace

MatchResult match(Xapian::Database const& database, Query const& query, QueryPlanner& planner,
                  std::string const& exact_title, MatchWindow const& window, RankingWeights const& weights,
                  TimeLimit& time) {
  ReadingMatcher matcher(database, query, planner, exact_title, window, weights, time);
  auto result = Ladder(database, query, matcher, time).climb();
  if (window.facet_names == nullptr || time.was_over()) return result;
  // Where no reading helped, facets are of the query as it stands.
  if (result.answer.total == 0) result.answer = matcher.answer(query.wanted);
  result.facets = matcher.facets();
  return result;
}

}  // namespace pressmark
