// Each condition of the query, put to the one document alone.
#include "searcher/explain/obstacles.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "common/base/time.h"
#include "searcher/explain/explained_words.h"
#include "searcher/explain/one_document.h"
#include "searcher/match/literals.h"
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
  ObstacleFinder(SearchContext const& context, ReadingAnswer const& answer, Xapian::docid document,
                 Record const& record)
      : context_(context),
        answer_(answer),
        reading_(answer.reading),
        document_(document),
        record_(record),
        one_(context, record.id) {}

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
      auto const& names_asked = context_.query.filters.*filter;
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
    dates.since = context_.query.filters.since;
    dates.until = context_.query.filters.until;
    if (passes(dates)) return;
    found_.push_back({.kind = ObstacleKind::date,
                      .asked = {day_of(dates.since), day_of(dates.until)},
                      .found = unless_empty(day_of(record_.published))});
  }

  void excluded_words() {
    auto const& excluded = context_.query.excluded;
    if (excluded.empty()) return;
    auto const plan = context_.planner.plan(excluded, context_.database, context_.time);
    auto const words = words_of(plan);
    auto const trees = compile_each(plan, context_.weights.boosts);
    for (std::size_t i = 0; i < excluded.size(); ++i) {
      if (!one_.matches(trees[i])) continue;
      Obstacle obstacle{.excluded = true, .asked = {node_text(excluded[i])}};
      for (auto const unit : units_below(plan.nodes[i])) add_fields(words[unit], obstacle.found);
      found_.push_back(std::move(obstacle));
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
    if (reading_.wanted.empty()) return true;
    return one_.matches(compile_words(reading_.plan, reading_.policy, context_.weights.boosts));
  }

  // Words whose absence keeps the post from matching.
  void missing_words() {
    auto const& wanted = reading_.wanted;
    auto const trees = compile_each(reading_.plan, context_.weights.boosts);
    bool const any_will_do =
        reading_.policy == WordPolicy::any_node ||
        (reading_.policy == WordPolicy::any_word &&
         std::ranges::all_of(wanted, [](QueryNode const& node) { return is_plain_word(node); }));
    auto const words = words_of(reading_.plan);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      bool const needed = any_will_do || reading_.policy == WordPolicy::all || !is_plain_word(wanted[i]);
      if (!needed || trees[i].empty() || one_.matches(trees[i])) continue;
      Obstacle obstacle{.asked = {node_text(wanted[i])}};
      for (auto const unit : units_below(reading_.plan.nodes[i])) {
        obstacle.found.insert(obstacle.found.end(), words[unit].near.begin(), words[unit].near.end());
      }
      found_.push_back(std::move(obstacle));
    }
  }

  void coverage() {
    if (reading_.policy == WordPolicy::all) return;
    auto const& parts = examined(reading_.plan).parts;
    if (parts.coverage >= reading_.least_coverage) return;
    Obstacle obstacle{
        .kind = ObstacleKind::coverage, .value = parts.coverage, .limit = reading_.least_coverage};
    for (std::size_t unit = 0; unit < parts.units.size(); ++unit) {
      auto const& planned = reading_.plan.units[unit];
      if (!parts.units[unit] && !planned.stop_word) obstacle.asked.push_back(planned.text);
    }
    found_.push_back(std::move(obstacle));
  }

  void literals() {
    for (auto& literal : required_literals(reading_.wanted)) {
      LiteralDecider const decider({literal}, context_.time);
      if (decider(context_.database.get_document(document_))) continue;
      found_.push_back({.kind = ObstacleKind::literal, .asked = {std::move(literal)}});
    }
  }

  [[nodiscard]] Obstacle too_many_before() const {
    bool const by_coverage = reading_.policy != WordPolicy::all;
    auto const before = by_coverage ? kCoverageCandidates : answer_.posts.size();
    return {.kind = by_coverage ? ObstacleKind::candidates : ObstacleKind::window,
            .limit = static_cast<double>(before)};
  }

  [[nodiscard]] MatchedPost examined(QueryPlan const& plan) const {
    return std::move(examine(context_, plan, {{document_, 0}}).front());
  }

  [[nodiscard]] std::vector<ExplainedWord> words_of(QueryPlan const& plan) const {
    auto const post = examined(plan);
    return explain_words(context_.database, document_, plan, post.occurrences, post.outline);
  }

  SearchContext const& context_;
  ReadingAnswer const& answer_;
  Reading const& reading_;
  Xapian::docid document_;
  Record const& record_;
  OneDocument one_;
  std::vector<Obstacle> found_;
};

}  // namespace

std::vector<Obstacle> find_obstacles(SearchContext const& context, ReadingAnswer const& answer,
                                     Xapian::docid document, Record const& record) {
  return ObstacleFinder(context, answer, document, record).run();
}

}  // namespace pressmark
