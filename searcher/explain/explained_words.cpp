// Counts, for each unit of the plan, where its forms occur in the one document.
#include "searcher/explain/explained_words.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "common/index/schema.h"
#include "common/strings/edit_distance.h"
#include "common/strings/utf8.h"
#include "searcher/match/spelling.h"

namespace pressmark {
namespace {

constexpr std::size_t kNearWords = 3;

std::string_view kind_name(FormKind kind) {
  switch (kind) {
    case FormKind::stem:
      return "same stem";
    case FormKind::joined:
      return "written as one";
    case FormKind::prefix:
      return "beginning";
    case FormKind::exact:
    case FormKind::piece:  // all pieces in their order
      break;
  }
  return "as typed";
}

Field field_at(std::uint32_t position, bool code, Outline const& outline) {
  if (code) return Field::code;
  if (outline.title.contains(position)) return Field::title;
  if (outline.tags.contains(position)) return Field::tag;
  if (outline.slug.contains(position)) return Field::slug;
  auto const has = [&](PositionRange range) { return range.contains(position); };
  for (auto const& section : outline.sections) {
    if (!section.all.contains(position)) continue;
    bool const heading = has(section.heading) || std::ranges::any_of(section.inner_headings, has);
    return heading ? Field::heading : Field::text;
  }
  return Field::text;
}

class WordExplainer {
 public:
  WordExplainer(Xapian::Database const& database, Xapian::docid document, QueryPlan const& plan,
                std::vector<Occurrence> const& occurrences, Outline const& outline)
      : plan_(plan), occurrences_(occurrences), outline_(outline) {
    auto const end = database.termlist_end(document);
    for (auto term = database.termlist_begin(document); term != end; ++term) terms_.insert(*term);
  }

  std::vector<ExplainedWord> run() {
    bool const only_stop_words = std::ranges::all_of(plan_.units, &PlannedUnit::stop_word);
    std::vector<ExplainedWord> words;
    for (std::size_t i = 0; i < plan_.units.size(); ++i) {
      auto const& unit = plan_.units[i];
      ExplainedWord word;
      word.text = unit.kind == NodeKind::phrase ? '"' + unit.text + '"' : unit.text;
      word.set_aside = unit.stop_word && !only_stop_words;
      word.posts = unit.frequency;
      word.weight = unit.weight;
      word.forms = forms(i);
      word.defined = std::ranges::any_of(unit.title_stems, [&](std::string const& stem) {
        return terms_.contains(stem_term(Field::definition, stem));
      });
      bool const plain = unit.kind == NodeKind::word && unit.scope == QueryScope::anywhere;
      if (plain && word.forms.empty() && !word.set_aside) word.near = near(unit.text);
      words.push_back(std::move(word));
    }
    return words;
  }

 private:
  std::vector<MatchedForm> forms(std::size_t unit) const {
    // By kind, then text, so that the word as typed comes first.
    std::map<std::pair<FormKind, std::string>, std::map<Field, std::size_t>> counts;
    for (auto const& occurrence : occurrences_) {
      if (occurrence.unit != unit || !occurrence.leads) continue;
      auto const& form = plan_.forms[occurrence.form];
      auto const& text = form.kind == FormKind::piece ? plan_.units[unit].text : form.text;
      ++counts[{form.kind, text}][field_at(occurrence.position, form.code, outline_)];
    }
    std::vector<MatchedForm> forms;
    for (auto const& [form, by_field] : counts) {
      auto& matched = forms.emplace_back(MatchedForm{form.second, kind_name(form.first), {}});
      for (auto const& [field, count] : by_field) matched.counts.emplace_back(field_info(field).name, count);
    }
    return forms;
  }

  // Words of the post that begin with `word` or are spelled nearly so, the nearest first.
  std::vector<std::string> near(std::string const& word) const {
    auto const edits = allowed_edits(count_code_points(word));
    if (edits == 0) return {};
    std::set<std::pair<std::size_t, std::string>> found;
    for (auto const& term : terms_) {
      bool const has_prefix = term.front() >= 'A' && term.front() <= 'Z';  // of another field than the text
      if (has_prefix || term == word) continue;
      auto const distance = edit_distance(word, term, edits);
      if (distance <= edits || term.starts_with(word)) found.emplace(distance, term);
    }
    std::vector<std::string> words;
    for (auto const& [distance, term] : found) {
      if (words.size() < kNearWords) words.push_back(term);
    }
    return words;
  }

  QueryPlan const& plan_;
  std::vector<Occurrence> const& occurrences_;
  Outline const& outline_;
  std::set<std::string> terms_;  // of the document
};

std::string scope_prefix(QueryScope scope) {
  switch (scope) {
    case QueryScope::title:
      return "title:";
    case QueryScope::code:
      return "code:";
    case QueryScope::anywhere:
      break;
  }
  return {};
}

std::string joined_words(QueryNode const& node) {
  std::string text;
  for (auto const& word : node.words) text += (text.empty() ? "" : " ") + word.text;
  return text;
}

}  // namespace

std::vector<ExplainedWord> explain_words(Xapian::Database const& database, Xapian::docid document,
                                         QueryPlan const& plan, std::vector<Occurrence> const& occurrences,
                                         Outline const& outline) {
  return WordExplainer(database, document, plan, occurrences, outline).run();
}

std::string node_text(QueryNode const& node) {
  switch (node.kind) {
    case NodeKind::word:
      return scope_prefix(node.scope) + joined_words(node);
    case NodeKind::phrase:
      return scope_prefix(node.scope) + '"' + joined_words(node) + '"';
    case NodeKind::prefix:
      return scope_prefix(node.scope) + joined_words(node) + '*';
    case NodeKind::all:
    case NodeKind::any:
      break;
  }
  std::string text;
  for (auto const& child : node.children) {
    if (!text.empty()) text += node.kind == NodeKind::any ? " OR " : " ";
    text += node_text(child);
  }
  return '(' + text + ')';
}

}  // namespace pressmark
