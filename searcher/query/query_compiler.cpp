// Planned words to synonyms and phrases, fields to boosts, filters to conditions.
#include "searcher/query/query_compiler.h"

#include <algorithm>
#include <utility>

#include "common/index/schema.h"
#include "common/text/fold.h"
#include "common/text/language.h"
#include "searcher/query/condition_compiler.h"
#include "searcher/query/query_words.h"

namespace pressmark {
namespace {

using Tree = Xapian::Query;

Tree combine(Tree::op op, std::vector<Tree> const& queries) {
  if (queries.empty()) return {};
  if (queries.size() == 1) return queries.front();
  return {op, queries.begin(), queries.end()};
}

// Words that are left out are empty queries.
Tree combine_words(Tree::op op, std::vector<Tree> queries) {
  std::erase_if(queries, [](Tree const& query) { return query.empty(); });
  return combine(op, queries);
}

Tree terms(Tree::op op, std::vector<std::string> const& names) {
  if (names.size() == 1) return Tree(names.front());
  return {op, names.begin(), names.end()};
}

Tree phrase(std::vector<std::string> const& words, Tree const& within) {
  Tree const tree(Tree::OP_PHRASE, words.begin(), words.end(), static_cast<Xapian::termcount>(words.size()));
  return within.empty() ? tree : Tree(Tree::OP_FILTER, tree, within);
}

// Turns the nodes of a plan into queries, each from the forms and stems of its unit.
class WordCompiler {
 public:
  WordCompiler(QueryPlan const& plan, FieldBoosts const& boosts, Tree within)
      : plan_(plan),
        boosts_(boosts),
        within_(std::move(within)),
        keep_stop_words_(std::ranges::all_of(plan.units, &PlannedUnit::stop_word)) {}

  [[nodiscard]] Tree row(std::vector<PlannedNode> const& nodes, WordPolicy policy) const {
    if (policy == WordPolicy::all) return all(nodes, Tree::OP_AND);
    if (policy == WordPolicy::any_node) return all(nodes, Tree::OP_OR);
    std::vector<Tree> words;
    std::vector<Tree> required;
    for (auto const& node : nodes) (is_plain_word(node) ? words : required).push_back(compile(node));
    auto const any_word = combine_words(Tree::OP_OR, std::move(words));
    auto const all_required = combine_words(Tree::OP_AND, std::move(required));
    if (all_required.empty()) return any_word;
    return any_word.empty() ? all_required : Tree(Tree::OP_AND_MAYBE, all_required, any_word);
  }

  [[nodiscard]] std::vector<Tree> each(std::vector<PlannedNode> const& nodes) const {
    std::vector<Tree> queries;
    for (auto const& node : nodes) queries.push_back(compile(node));
    return queries;
  }

 private:
  [[nodiscard]] Tree all(std::vector<PlannedNode> const& nodes, Tree::op op) const {
    return combine_words(op, each(nodes));
  }

  [[nodiscard]] Tree compile(PlannedNode const& node) const {
    if (node.kind == NodeKind::all) return all(node.children, Tree::OP_AND);
    if (node.kind == NodeKind::any) return all(node.children, Tree::OP_OR);
    auto const& unit = plan_.units[node.unit];
    if (unit.stop_word && !keep_stop_words_) return {};
    return compile(unit);
  }

  [[nodiscard]] Tree compile(PlannedUnit const& unit) const {
    std::vector<Tree> readings;
    std::vector<Tree> code;
    if (unit.kind == NodeKind::word && !unit.stems.empty())
      readings.push_back(terms(Tree::OP_SYNONYM, unit.stems));
    for (auto form : unit.forms) {
      auto const& planned = plan_.forms[form];
      if (planned.code)
        code.emplace_back(planned.term);
      else if (unit.kind == NodeKind::phrase)
        readings.push_back(weighed(unit, Tree(planned.term)));
    }
    for (auto const& sequence : unit.sequences) {
      auto query = phrase_of(sequence);
      if (plan_.forms[sequence.front()].code)
        code.push_back(std::move(query));
      else
        readings.push_back(weighed(unit, query));
    }
    if (unit.kind == NodeKind::prefix) readings.push_back(prefix(unit));
    if (!code.empty()) {
      bool const asked_for = unit.scope == QueryScope::code || unit.code_like;
      auto const scale = asked_for ? 1.0 : boosts_.code;
      readings.emplace_back(Tree::OP_SCALE_WEIGHT, combine(Tree::OP_OR, code), scale);
    }
    if (readings.empty()) return Tree(std::string(kNothing));
    auto const tree = combine(Tree::OP_OR, readings);
    return unit.times > 1 ? Tree(Tree::OP_SCALE_WEIGHT, tree, static_cast<double>(unit.times)) : tree;
  }

  [[nodiscard]] Tree phrase_of(FormSequence const& sequence) const {
    std::vector<std::string> words;
    for (auto form : sequence) words.push_back(plan_.forms[form].term);
    return phrase(words, within_);
  }

  // Words with positions weigh nothing by themselves: the stems of the parts lend their weight.
  static Tree weighed(PlannedUnit const& unit, Tree const& condition) {
    if (unit.part_stems.empty()) return condition;
    std::vector<Tree> parts;
    for (auto const& stems : unit.part_stems) parts.push_back(terms(Tree::OP_SYNONYM, stems));
    return {Tree::OP_FILTER, combine(Tree::OP_AND, parts), condition};
  }

  [[nodiscard]] Tree prefix(PlannedUnit const& unit) const {
    std::vector<std::string> names;
    for (auto form : unit.forms) {
      if (!plan_.forms[form].code) names.push_back(plan_.forms[form].term);
    }
    if (names.empty()) return Tree(std::string(kNothing));
    auto const words = terms(Tree::OP_OR, names);
    return unit.stems.empty() ? words : Tree(Tree::OP_AND_MAYBE, words, terms(Tree::OP_SYNONYM, unit.stems));
  }

  // A term no post has, so that an unknown word stays a condition.
  static constexpr std::string_view kNothing = "X\x01";

  QueryPlan const& plan_;
  FieldBoosts const& boosts_;
  Tree within_;
  bool keep_stop_words_;
};

Tree scaled(Tree const& query, double scale) {
  return {Tree::OP_SCALE_WEIGHT, query, scale};
}

// Posts where the query's plain words stand side by side, stop words included.
Tree together(QueryPlan const& plan, Tree const& within) {
  std::vector<std::string> words;
  std::vector<std::string> stems;
  for (auto const& unit : plan.units) {
    if (unit.kind != NodeKind::word || unit.scope != QueryScope::anywhere) return {};
    auto const exact = std::find_if(unit.forms.begin(), unit.forms.end(), [&](auto form) {
      return plan.forms[form].kind == FormKind::exact && !plan.forms[form].code;
    });
    if (exact != unit.forms.end()) {
      words.push_back(plan.forms[*exact].term);
    } else {
      if (unit.sequences.empty()) return {};
      for (auto form : unit.sequences.front()) words.push_back(plan.forms[form].term);
    }
    stems.insert(stems.end(), unit.stems.begin(), unit.stems.end());
  }
  if (words.size() < 2 || stems.empty()) return {};
  return {Tree::OP_FILTER, terms(Tree::OP_OR, stems), phrase(words, within)};
}

Tree any_key(Field field, std::vector<std::string> const& names, std::string (*key)(std::string_view)) {
  std::vector<std::string> keys;
  for (auto const& name : names) keys.push_back(key_term(field, key(name)));
  return keys.empty() ? Tree() : terms(Tree::OP_OR, keys);
}

// An author is named in full, or by words of the name.
Tree any_author(std::vector<std::string> const& names) {
  std::vector<Tree> queries;
  for (auto const& name : names) {
    std::vector<Tree> words;
    for (auto const& word : query_words(name, TextKind::prose, {})) {
      for (auto const& part : word.parts) words.emplace_back(word_term(Field::author_words, part));
    }
    queries.emplace_back(key_term(Field::author, name_key(name)));
    if (!words.empty()) queries.push_back(combine(Tree::OP_AND, words));
  }
  return combine(Tree::OP_OR, queries);
}

}  // namespace

Xapian::Query compile_words(QueryPlan const& plan, WordPolicy policy, FieldBoosts const& boosts,
                            Xapian::Query const& within) {
  return WordCompiler(plan, boosts, within).row(plan.nodes, policy);
}

std::vector<Xapian::Query> compile_each(QueryPlan const& plan, FieldBoosts const& boosts) {
  return WordCompiler(plan, boosts, {}).each(plan.nodes);
}

Boosts list_boosts(QueryPlan const& plan, std::string const& exact_title_term, FieldBoosts const& boosts,
                   Xapian::Query const& within) {
  Boosts list;
  auto const add = [&](Field field, std::string const& term, double scale) {
    list.fields.push_back({field_info(field).name, scaled(Tree(term), scale)});
  };
  if (!exact_title_term.empty()) add(Field::title_exact, exact_title_term, boosts.exact_title);
  for (auto const& unit : plan.units) {
    if (unit.stop_word) continue;
    for (auto const& stem : unit.title_stems) {
      for (auto const& [field, scale] :
           {std::pair(Field::title, boosts.title), std::pair(Field::heading, boosts.heading),
            std::pair(Field::tag, boosts.tag), std::pair(Field::slug, boosts.slug),
            std::pair(Field::definition, boosts.definition)}) {
        add(field, stem_term(field, stem), scale);
      }
    }
  }
  auto const side_by_side = together(plan, within);
  list.phrase = {"phrase", side_by_side.empty() ? Tree() : scaled(side_by_side, boosts.phrase)};
  return list;
}

Xapian::Query add_boosts(Xapian::Query const& words, QueryPlan const& plan,
                         std::string const& exact_title_term, FieldBoosts const& boosts,
                         Xapian::Query const& within) {
  auto const list = list_boosts(plan, exact_title_term, boosts, within);
  std::vector<Tree> fields;
  for (auto const& boost : list.fields) fields.push_back(boost.query);
  auto boosted = words;
  if (!fields.empty()) boosted = Tree(Tree::OP_AND_MAYBE, boosted, combine(Tree::OP_OR, fields));
  // Not one more branch of that OR: Xapian 1.4 then adds the phrase's weight to posts without it.
  if (!list.phrase.query.empty()) boosted = Tree(Tree::OP_AND_MAYBE, boosted, list.phrase.query);
  return boosted;
}

Xapian::Query compile_filters(Filters const& filters) {
  std::vector<Tree> wanted;
  std::vector<Tree> excluded;
  auto const add = [&](Tree const& want, Tree const& exclude) {
    if (!want.empty()) wanted.push_back(want);
    if (!exclude.empty()) excluded.push_back(exclude);
  };
  auto const names = [&](Field field, NameFilter const& filter, std::string (*key)(std::string_view)) {
    add(any_key(field, filter.wanted, key), any_key(field, filter.excluded, key));
  };
  names(Field::category, filters.categories, name_key);
  names(Field::site, filters.sites, name_key);
  names(Field::language, filters.languages, primary_language);
  add(any_author(filters.authors.wanted), any_author(filters.authors.excluded));
  auto const seconds = [](Timestamp time) {
    return Xapian::sortable_serialise(static_cast<double>(time.time_since_epoch().count()));
  };
  if (filters.since) wanted.emplace_back(Tree::OP_VALUE_GE, slot::kPublished, seconds(*filters.since));
  if (filters.until) {
    // A post without a date has an empty value, which compares below every date.
    wanted.emplace_back(Tree::OP_VALUE_RANGE, slot::kPublished,
                        seconds(filters.since.value_or(Timestamp(std::chrono::days(-365'000)))),
                        seconds(*filters.until));
  }
  if (filters.condition) wanted.push_back(compile_condition(*filters.condition));
  if (wanted.empty() && excluded.empty()) return {};
  auto filter = wanted.empty() ? Tree(std::string()) : combine(Tree::OP_AND, wanted);
  if (!excluded.empty()) filter = Tree(Tree::OP_AND_NOT, filter, combine(Tree::OP_OR, excluded));
  return filter;
}

}  // namespace pressmark
