// The parts of a score, read off the answer; an absence, put to each condition.
#include "searcher/explain/explain.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "common/url/url.h"
#include "searcher/explain/explained_words.h"
#include "searcher/explain/obstacles.h"
#include "searcher/explain/one_document.h"
#include "searcher/match/reading.h"
#include "searcher/query/query_compiler.h"

namespace pressmark {
namespace {

// The number of posts just above that are shown.
constexpr std::size_t kPostsAbove = 3;

class Explainer {
 public:
  Explainer(SearchContext const& context, NamedPost const& post, RecordUnpacker& unpacker)
      : context_(context), post_(post), unpacker_(unpacker), record_(record_of(post.document)) {}

  PostExplanation run() {
    auto result = match(context_);
    auto& answer = result.answer;
    explanation_.id = record_.id;
    explanation_.url = record_.url;
    explanation_.title = record_.title;
    explanation_.total = answer.total;
    explanation_.exact_total = answer.exact_total;
    if (answer.all_words_total < answer.total) explanation_.all_words_total = answer.all_words_total;
    explanation_.by_date = context_.query.wanted.empty() || context_.window.order != MatchOrder::relevance;
    explanation_.relaxation = result.relaxation;
    explanation_.tried = result.tried;
    if (!result.offer.empty()) explanation_.did_you_mean = result.offer;
    // Where no reading helped, the one to speak of is the query as it stands.
    if (answer.total == 0) answer = ReadingMatcher(context_).answer(context_.query.wanted);
    auto const found = std::ranges::find(answer.posts, post_.document, &MatchedPost::document);
    if (found == answer.posts.end()) {
      explain_absence(answer);
    } else {
      explain_place(answer, static_cast<std::size_t>(found - answer.posts.begin()));
    }
    note_section();
    return {std::move(explanation_), std::move(result.corrections)};
  }

 private:
  [[nodiscard]] Record record_of(Xapian::docid document) const {
    return unpacker_.fields(context_.database.get_document(document).get_data());
  }

  void explain_absence(ReadingAnswer const& answer) {
    explanation_.obstacles = find_obstacles(context_, answer, post_.document, record_);
    auto const& plan = answer.reading.plan;
    explanation_.words = words_of(plan, examine(context_, plan, {{post_.document, 0}}).front());
  }

  void explain_place(ReadingAnswer const& answer, std::size_t index) {
    auto const& post = answer.posts[index];
    explanation_.rank = index + 1;
    explanation_.words = words_of(answer.reading.plan, post);
    explanation_.ranked = ranked(answer, index, record_);
    for (auto above = index - std::min(index, kPostsAbove); above < index; ++above) {
      explanation_.above.push_back(ranked(answer, above, record_of(answer.posts[above].document)));
    }
    if (!explanation_.by_date) split_first_stage(answer.reading);
    for (auto const& section : post.parts.sections) {
      auto const& own = record_.sections.at(section.section);
      explanation_.sections.push_back({.heading = own.heading,
                                       .url = link_to_anchor(record_.url, own.anchor),
                                       .asked_for = is_in_question(own),
                                       .score = section.score,
                                       .parts = {section.parts.begin(), section.parts.end()},
                                       .factors = {section.factors.begin(), section.factors.end()}});
    }
  }

  [[nodiscard]] std::vector<ExplainedWord> words_of(QueryPlan const& plan, MatchedPost const& post) const {
    return explain_words(context_.database, post.document, plan, post.occurrences, post.outline);
  }

  [[nodiscard]] RankedPost ranked(ReadingAnswer const& answer, std::size_t index,
                                  Record const& record) const {
    auto const& post = answer.posts[index];
    return {.rank = index + 1,
            .url = record.url,
            .title = record.title,
            .score = post.score,
            .has_all_words = !explanation_.by_date && index < explanation_.all_words_total,
            .parts = post.score_parts};
  }

  // Each addend of the first stage's query, put to this post alone.
  void split_first_stage(Reading const& reading) {
    OneDocument const one(context_, record_.id);
    std::vector<FirstStagePart> parts;
    auto const add = [&](std::string const& name, Xapian::Query const& query) {
      auto const weight = one.weight(query).value_or(0);
      if (weight <= 0) return;
      auto known = std::ranges::find(parts, name, &FirstStagePart::name);
      if (known == parts.end()) known = parts.insert(known, {name, 0});
      known->score += weight;
    };
    auto const words = compile_each(reading.plan, context_.weights.boosts);
    for (std::size_t i = 0; i < words.size(); ++i) add(node_text(reading.wanted[i]), words[i]);
    auto const boosts = list_boosts(reading.plan, context_.exact_title, context_.weights.boosts);
    for (auto const& boost : boosts.fields) add("in " + std::string(boost.name), boost.query);
    add("as a " + std::string(boosts.phrase.name), boosts.phrase.query);
    std::ranges::stable_sort(parts, std::greater(), &FirstStagePart::score);
    explanation_.first_stage = std::move(parts);
  }

  // Anchors are compared as they stand in links.
  [[nodiscard]] bool is_in_question(RecordSection const& section) const {
    if (post_.anchor.empty() || section.anchor.empty()) return false;
    return section.anchor == post_.anchor || link_to_anchor("", section.anchor) == '#' + post_.anchor;
  }

  // The section in question, if it did not score.
  void note_section() {
    if (post_.anchor.empty() || std::ranges::any_of(explanation_.sections, &ExplainedSection::asked_for))
      return;
    auto const section =
        std::ranges::find_if(record_.sections, [&](auto const& one) { return is_in_question(one); });
    if (section == record_.sections.end()) {
      explanation_.warnings.push_back({"the post has no section #" + post_.anchor, 0, 0});
    } else if (explanation_.rank > 0) {
      explanation_.sections.push_back({.heading = section->heading,
                                       .url = link_to_anchor(record_.url, section->anchor),
                                       .asked_for = true});
    }
  }

  SearchContext const& context_;
  NamedPost const& post_;
  RecordUnpacker& unpacker_;
  Record record_;
  Explanation explanation_;
};

}  // namespace

PostExplanation explain(SearchContext const& context, NamedPost const& post, RecordUnpacker& unpacker) {
  return Explainer(context, post, unpacker).run();
}

}  // namespace pressmark
