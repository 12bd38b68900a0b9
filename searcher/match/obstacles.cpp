// Implements the search for obstacles: each condition of the query put to the one document alone.
#include "searcher/match/obstacles.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "common/base/time.h"
#include "searcher/match/explained_words.h"
#include "searcher/match/literals.h"
#include "searcher/match/one_document.h"
#include "searcher/query/query_compiler.h"

namespace pressmark {
namespace {

std::vector<std::string> unless_empty(std::string const& name) {
  return name.empty() ? std::vector<std::string>() : std::vector{name};
}

std::string day_of(std::optional<Timestamp> time) {
  return time ? format_day(*time) : std::string();
}

class ObstacleFinder {
 public:
  ObstacleFinder(AnsweredReading const& reading, Xapian::docid document, Record const& record)
      : reading_(reading),
        answer_(reading.answer),
        document_(document),
        record_(record),
        one_(reading.database, record.id, reading.weights) {}

  std::vector<Obstacle> run() {
    name_filters();
    dates();
    excluded_words();
    if (matches_words()) {
      coverage();
      literals();
    } else {
      missing_words();
    }
    // Where nothing stands in its way, only the posts before it can.
    if (found_.empty()) found_.push_back(too_many_before());
    return std::move(found_);
  }

 private:
  [[nodiscard]] bool passes(Filters const& filters) const {
    return filters == Filters{} || one_.matches(compile_filters(filters));
  }

  void name_filters() {
    struct Kind {
      ObstacleKind kind;
      NameFilter Filters::* filter;
      std::vector<std::string> names;  // of the post
    };
    for (auto const& [kind, filter, names] :
         {Kind{ObstacleKind::category, &Filters::categories, record_.categories},
          Kind{ObstacleKind::author, &Filters::authors, unless_empty(record_.author)},
          Kind{ObstacleKind::site, &Filters::sites, unless_empty(record_.site)},
          Kind{ObstacleKind::language, &Filters::languages, unless_empty(record_.language)}}) {
      auto const& names_asked = reading_.query.filters.*filter;
      Filters wanted;
      Filters excluded;
      (wanted.*filter).wanted = names_asked.wanted;
      (excluded.*filter).excluded = names_asked.excluded;
      if (!passes(wanted)) found_.push_back({.kind = kind, .asked = names_asked.wanted, .found = names});
      if (!passes(excluded)) {
        found_.push_back({.kind = kind, .excluded = true, .asked = names_asked.excluded, .found = names});
      }
    }
  }

  void dates() {
    Filters dates;
    dates.since = reading_.query.filters.since;
    dates.until = reading_.query.filters.until;
    if (passes(dates)) return;
    found_.push_back({.kind = ObstacleKind::date,
                      .asked = {day_of(dates.since), day_of(dates.until)},
                      .found = unless_empty(day_of(record_.published))});
  }

  void excluded_words() {
    auto const& excluded = reading_.query.excluded;
    if (excluded.empty()) return;
    TimeLimit no_limit;
    auto const plan = reading_.planner.plan(excluded, reading_.database, no_limit);
    auto const words = words_of(plan);
    auto const trees = compile_each(excluded, plan, reading_.weights.boosts);
    std::size_t unit = 0;
    for (std::size_t i = 0; i < excluded.size(); ++i) {
      auto const end = unit + unit_count(excluded[i]);
      if (one_.matches(trees[i])) {
        Obstacle obstacle{.excluded = true, .asked = {node_text(excluded[i])}};
        for (; unit < end; ++unit) add_fields(words[unit], obstacle.found);
        found_.push_back(std::move(obstacle));
      }
      unit = end;
    }
  }

  static void add_fields(ExplainedWord const& word, std::vector<std::string>& fields) {
    for (auto const& form : word.forms) {
      for (auto const& [field, count] : form.counts) {
        if (std::ranges::find(fields, field) == fields.end()) fields.emplace_back(field);
      }
    }
  }

  [[nodiscard]] bool matches_words() const {
    if (answer_.wanted.empty()) return true;
    return one_.matches(compile_words(answer_.wanted, answer_.plan, answer_.policy, reading_.weights.boosts));
  }

  // Words whose absence keeps the post from matching.
  void missing_words() {
    auto const& wanted = answer_.wanted;
    auto const trees = compile_each(wanted, answer_.plan, reading_.weights.boosts);
    bool const any_will_do =
        answer_.policy == WordPolicy::any_node ||
        (answer_.policy == WordPolicy::any_word && std::ranges::all_of(wanted, is_plain_word));
    auto const words = words_of(answer_.plan);
    std::size_t unit = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      auto const end = unit + unit_count(wanted[i]);
      bool const needed = any_will_do || answer_.policy == WordPolicy::all || !is_plain_word(wanted[i]);
      if (needed && !trees[i].empty() && !one_.matches(trees[i])) {
        Obstacle obstacle{.asked = {node_text(wanted[i])}};
        for (; unit < end; ++unit) {
          obstacle.found.insert(obstacle.found.end(), words[unit].near.begin(), words[unit].near.end());
        }
        found_.push_back(std::move(obstacle));
      }
      unit = end;
    }
  }

  void coverage() {
    if (answer_.policy == WordPolicy::all) return;
    auto const& parts = examined(answer_.plan).parts;
    if (parts.coverage >= answer_.least_coverage) return;
    Obstacle obstacle{
        .kind = ObstacleKind::coverage, .value = parts.coverage, .limit = answer_.least_coverage};
    for (std::size_t unit = 0; unit < parts.units.size(); ++unit) {
      auto const& planned = answer_.plan.units[unit];
      if (!parts.units[unit] && !planned.stop_word) obstacle.asked.push_back(planned.text);
    }
    found_.push_back(std::move(obstacle));
  }

  void literals() {
    for (auto& literal : required_literals(answer_.wanted)) {
      TimeLimit no_limit;
      LiteralDecider const decider({literal}, no_limit);
      if (decider(reading_.database.get_document(document_))) continue;
      found_.push_back({.kind = ObstacleKind::literal, .asked = {std::move(literal)}});
    }
  }

  [[nodiscard]] Obstacle too_many_before() const {
    bool const by_coverage = answer_.policy != WordPolicy::all;
    auto const before = by_coverage ? kCoverageCandidates : answer_.posts.size();
    return {.kind = by_coverage ? ObstacleKind::candidates : ObstacleKind::window,
            .limit = static_cast<double>(before)};
  }

  [[nodiscard]] MatchedPost examined(QueryPlan const& plan) const {
    TimeLimit no_limit;
    return std::move(examine(reading_.database, plan, {{document_, 0}}, reading_.weights, no_limit).front());
  }

  [[nodiscard]] std::vector<ExplainedWord> words_of(QueryPlan const& plan) const {
    auto const post = examined(plan);
    return explain_words(reading_.database, document_, plan, post.occurrences, post.outline);
  }

  AnsweredReading const& reading_;
  ReadingAnswer const& answer_;
  Xapian::docid document_;
  Record const& record_;
  OneDocument one_;
  std::vector<Obstacle> found_;
};

}  // namespace

std::vector<Obstacle> find_obstacles(AnsweredReading const& reading, Xapian::docid document,
                                     Record const& record) {
  return ObstacleFinder(reading, document, record).run();
}

}  // namespace pressmark
