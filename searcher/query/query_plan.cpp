// The forms of a query's words, by the table of word forms that the index has.
#include "searcher/query/query_plan.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "common/index/schema.h"
#include "searcher/query/query_words.h"

namespace pressmark {
namespace {

// The most forms that one stem gives a unit. Beyond them forms are rare and only cost time.
constexpr std::size_t kMaxStemForms = 24;
// The most words that one prefix gives a unit. A prefix with more of them is too short to say much.
constexpr std::size_t kMaxPrefixForms = 100;
// The most words that all prefixes of a query give together. They share them evenly, and each gets at least
// one.
constexpr std::size_t kMaxPrefixFormsOfQuery = 800;
// Shorter parts of a compound ("to", "get") say nothing in a heading.
constexpr std::size_t kMinHeadingPart = 4;  // bytes

double inverse_frequency(Xapian::doccount frequency, Xapian::doccount documents) {
  return std::log(1.0 + (documents - frequency + 0.5) / (frequency + 0.5));
}

std::size_t count_prefixes(std::vector<QueryNode> const& nodes) {
  std::size_t count = 0;
  for (auto const& node : nodes) {
    count += node.kind == NodeKind::prefix ? 1 : count_prefixes(node.children);
  }
  return count;
}

Field text_field(QueryScope scope) {
  return scope == QueryScope::title ? Field::title : Field::text;
}

}  // namespace

class QueryPlanner::Builder {
 public:
  Builder(QueryPlanner& planner, Xapian::Database const& database, TimeLimit& time)
      : planner_(planner), database_(database), time_(time) {}

  QueryPlan run(std::vector<QueryNode> const& nodes) {
    auto const share = kMaxPrefixFormsOfQuery / std::max<std::size_t>(1, count_prefixes(nodes));
    prefix_forms_ = std::clamp<std::size_t>(share, 1, kMaxPrefixForms);
    for (auto const& node : nodes) plan_.nodes.push_back(add(node));
    join_neighbours(nodes);
    merge_repeats();
    return std::move(plan_);
  }

 private:
  PlannedNode add(QueryNode const& node) {
    PlannedNode planned{.kind = node.kind, .scope = node.scope};
    if (node.kind == NodeKind::all || node.kind == NodeKind::any) {
      for (auto const& child : node.children) planned.children.push_back(add(child));
    } else {
      auto unit = time_.is_over() ? PlannedUnit{.kind = node.kind, .scope = node.scope} : plan_unit(node);
      planned.unit = plan_.units.size();
      plan_.units.push_back(std::move(unit));
    }
    return planned;
  }

  PlannedUnit plan_unit(QueryNode const& node) {
    switch (node.kind) {
      case NodeKind::phrase:
        return plan_phrase(node);
      case NodeKind::prefix:
        return plan_prefix(node);
      case NodeKind::word:
      case NodeKind::all:
      case NodeKind::any:
        break;
    }
    return plan_word(node);
  }

  PlannedUnit plan_word(QueryNode const& node) {
    auto const& word = node.words.front();
    PlannedUnit unit{.kind = node.kind,
                     .scope = node.scope,
                     .text = word.text,
                     .stop_word = word.stop_word,
                     .code_like = word.code_like};
    auto const& whole = word.joined.empty() ? word.parts.front() : word.joined;
    bool const single = word.parts.size() == 1;
    if (single || !word.joined.empty()) {
      if (node.scope != QueryScope::code) {
        add_form(unit, text_field(node.scope), whole, single ? FormKind::exact : FormKind::joined);
        add_stems(unit, whole);
      }
      add_code_form(unit, whole, single ? FormKind::exact : FormKind::joined);
    }
    if (!single) {
      add_sequences(unit, word.parts);
      add_heading_parts(unit, word.parts);
    }
    weigh(unit);
    return unit;
  }

  PlannedUnit plan_phrase(QueryNode const& node) {
    PlannedUnit unit{.kind = node.kind, .scope = node.scope};
    std::vector<std::string> parts;
    for (auto const& word : node.words) {
      unit.text += (unit.text.empty() ? "" : " ") + word.text;
      parts.insert(parts.end(), word.parts.begin(), word.parts.end());
    }
    if (parts.size() == 1) {  // a quoted word: in this form only
      if (node.scope != QueryScope::code) {
        add_form(unit, text_field(node.scope), parts.front(), FormKind::exact);
        unit.part_stems.push_back(stems_of(parts.front()));
      }
      add_code_form(unit, parts.front(), FormKind::exact);
    } else {
      if (node.words.size() == 1 && !node.words.front().joined.empty()) {
        if (node.scope != QueryScope::code) {
          add_form(unit, text_field(node.scope), node.words.front().joined, FormKind::joined);
        }
        add_code_form(unit, node.words.front().joined, FormKind::joined);
      }
      add_sequences(unit, parts);
    }
    weigh(unit);
    return unit;
  }

  PlannedUnit plan_prefix(QueryNode const& node) {
    auto const& start = node.words.front().parts.back();
    PlannedUnit unit{.kind = node.kind, .scope = node.scope, .text = start + "*"};
    auto const field = node.scope == QueryScope::code ? Field::code : text_field(node.scope);
    auto const prefix = word_term(field, start);
    auto const prefix_size = field_info(field).prefix.size();
    for (auto& [frequency, term] : commonest_terms(prefix)) {
      unit.frequency = std::max(unit.frequency, frequency);
      auto const text = term.substr(prefix_size);
      if (field != Field::code) append_unique(unit.stems, stems_of(text, field));
      unit.forms.push_back(form_number(
          {.term = std::move(term), .text = text, .kind = FormKind::prefix, .code = field == Field::code}));
    }
    unit.weight = inverse_frequency(unit.frequency, database_.get_doccount());
    return unit;
  }

  // The terms that begin with `prefix`, at most prefix_forms_, the commonest first.
  [[nodiscard]] std::vector<std::pair<Xapian::doccount, std::string>> commonest_terms(
      std::string const& prefix) const {
    std::vector<std::pair<Xapian::doccount, std::string>> terms;
    auto const end = database_.allterms_end(prefix);
    for (auto term = database_.allterms_begin(prefix); term != end && !time_.is_over_at_step(); ++term) {
      terms.emplace_back(term.get_termfreq(), *term);
    }
    auto const kept = terms.begin() + static_cast<std::ptrdiff_t>(std::min(terms.size(), prefix_forms_));
    std::partial_sort(terms.begin(), kept, terms.end(), [](auto const& a, auto const& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    terms.erase(kept, terms.end());
    return terms;
  }

  // Two words typed apart may be written as one: "time series" also finds "timeseries", though
  // "O(n)" not "on".
  void join_neighbours(std::vector<QueryNode> const& nodes) {
    if (!is_flat(plan_) || time_.was_over()) return;
    for (std::size_t i = 0; i + 1 < nodes.size(); ++i) {
      if (!is_single_word(nodes[i]) || !is_single_word(nodes[i + 1])) continue;
      auto const joined = nodes[i].words.front().parts.front() + nodes[i + 1].words.front().parts.front();
      if (is_stop_word_of(joined, planner_.languages_)) continue;
      if (!database_.term_exists(word_term(Field::text, joined))) continue;
      for (auto const number : {plan_.nodes[i].unit, plan_.nodes[i + 1].unit}) {
        auto& unit = plan_.units[number];
        add_form(unit, Field::text, joined, FormKind::joined);
        append_unique(unit.stems, stems_of(joined));
      }
    }
  }

  // A word said twice counts twice, in whatever form; its place is where it is said first.
  void merge_repeats() {
    for (std::size_t i = 1; i < plan_.units.size(); ++i) {
      auto& unit = plan_.units[i];
      if (unit.kind != NodeKind::word || unit.stop_word || unit.stems.empty()) continue;
      auto const first =
          std::find_if(plan_.units.begin(), plan_.units.begin() + static_cast<std::ptrdiff_t>(i),
                       [&](PlannedUnit const& other) {
                         return other.kind == unit.kind && other.scope == unit.scope &&
                                other.stems == unit.stems && !other.stop_word;
                       });
      if (first == plan_.units.begin() + static_cast<std::ptrdiff_t>(i)) continue;
      ++first->times;
      unit.stop_word = true;
    }
    for (auto& unit : plan_.units) unit.weight *= static_cast<double>(unit.times);
  }

  static bool is_single_word(QueryNode const& node) {
    return node.kind == NodeKind::word && node.scope == QueryScope::anywhere &&
           node.words.front().parts.size() == 1 && !node.words.front().stop_word;
  }

  void add_stems(PlannedUnit& unit, std::string const& word) {
    auto const field = text_field(unit.scope);
    append_unique(unit.stems, stems_of(word, field));
    for (auto& stemmer : planner_.stemmers_) {
      append_unique(unit.title_stems, {std::string(stemmer.stem(word))});
    }
    for (auto const& stem : stems_of(word)) add_word_forms(unit, stem, word);
  }

  // The other words of a stem, as recorded when posts were indexed.
  void add_word_forms(PlannedUnit& unit, std::string const& stem, std::string const& word) {
    std::size_t count = 0;
    for (auto form = database_.synonyms_begin(stem); form != database_.synonyms_end(stem); ++form) {
      if (*form == word) continue;
      if (++count > kMaxStemForms) break;
      add_form(unit, text_field(unit.scope), *form, FormKind::stem);
    }
    auto const bare = stem.substr(1);
    if (bare != word) add_form(unit, text_field(unit.scope), bare, FormKind::stem);
  }

  void add_sequences(PlannedUnit& unit, std::vector<std::string> const& parts) {
    if (unit.scope != QueryScope::code) {
      FormSequence sequence;
      for (auto const& part : parts) {
        sequence.push_back(
            form_number({word_term(text_field(unit.scope), part), part, FormKind::piece, false}));
        unit.part_stems.push_back(stems_of(part, text_field(unit.scope)));
      }
      unit.sequences.push_back(std::move(sequence));
    }
    if (unit.scope == QueryScope::title) return;
    FormSequence code;
    for (auto const& part : parts) {
      auto term = word_term(Field::code, part);
      if (!database_.term_exists(term)) return;
      code.push_back(form_number({std::move(term), part, FormKind::piece, true}));
    }
    unit.sequences.push_back(std::move(code));
  }

  // A section headed "Dependencies" is about solve_dependencies() where it speaks of it at all.
  void add_heading_parts(PlannedUnit& unit, std::vector<std::string> const& parts) {
    if (unit.scope == QueryScope::title) return;
    for (auto const& part : parts) {
      auto term = word_term(Field::heading, part);
      if (part.size() >= kMinHeadingPart && database_.term_exists(term)) {
        append_unique(unit.heading_parts, {std::move(term)});
      }
    }
  }

  void add_form(PlannedUnit& unit, Field field, std::string const& word, FormKind kind) {
    auto term = word_term(field, word);
    if (!database_.term_exists(term)) return;
    unit.forms.push_back(form_number({std::move(term), word, kind, field == Field::code}));
  }

  void add_code_form(PlannedUnit& unit, std::string const& word, FormKind kind) {
    if (unit.scope != QueryScope::title) add_form(unit, Field::code, word, kind);
  }

  std::uint16_t form_number(PlannedForm form) {
    auto const known = std::find_if(plan_.forms.begin(), plan_.forms.end(), [&](PlannedForm const& other) {
      return other.term == form.term && other.kind == form.kind;
    });
    if (known != plan_.forms.end()) return static_cast<std::uint16_t>(known - plan_.forms.begin());
    plan_.forms.push_back(std::move(form));
    return static_cast<std::uint16_t>(plan_.forms.size() - 1);
  }

  // The stem terms of `word`, one per distinct stem over the index's languages; at least one.
  std::vector<std::string> stems_of(std::string const& word, Field field = Field::text) {
    std::vector<std::string> stems;
    for (auto& stemmer : planner_.stemmers_) append_unique(stems, {stem_term(field, stemmer.stem(word))});
    return stems;
  }

  static void append_unique(std::vector<std::string>& to, std::vector<std::string> const& from) {
    for (auto const& item : from) {
      if (std::find(to.begin(), to.end(), item) == to.end()) to.push_back(item);
    }
  }

  // A word is as frequent as its commonest reading, a phrase or a compound that is nowhere
  // written as one as its rarest part.
  void weigh(PlannedUnit& unit) {
    for (auto const& stem : unit.stems)
      unit.frequency = std::max(unit.frequency, database_.get_termfreq(stem));
    for (auto form : unit.forms) {
      unit.frequency = std::max(unit.frequency, database_.get_termfreq(plan_.forms[form].term));
    }
    for (auto const& sequence : unit.sequences) {
      auto rarest = database_.get_doccount();
      for (auto form : sequence) rarest = std::min(rarest, database_.get_termfreq(plan_.forms[form].term));
      unit.frequency = std::max(unit.frequency, rarest);
    }
    unit.weight = inverse_frequency(unit.frequency, database_.get_doccount());
  }

  QueryPlanner& planner_;
  Xapian::Database const& database_;
  TimeLimit& time_;
  std::size_t prefix_forms_ = kMaxPrefixForms;  // for each prefix
  QueryPlan plan_;
};

bool is_flat(QueryPlan const& plan) {
  return std::ranges::all_of(plan.nodes, [](PlannedNode const& node) {
    return node.kind != NodeKind::all && node.kind != NodeKind::any;
  });
}

std::vector<std::size_t> units_below(PlannedNode const& node) {
  if (node.kind != NodeKind::all && node.kind != NodeKind::any) return {node.unit};
  std::vector<std::size_t> units;
  for (auto const& child : node.children) {
    auto const below = units_below(child);
    units.insert(units.end(), below.begin(), below.end());
  }
  return units;
}

std::size_t content_units(QueryPlan const& plan) {
  auto const content = std::ranges::count(plan.units, false, &PlannedUnit::stop_word);
  return content > 0 ? static_cast<std::size_t>(content) : plan.units.size();
}

bool is_sentence(QueryPlan const& plan) {
  return std::ranges::any_of(plan.units, &PlannedUnit::stop_word);
}

QueryPlanner::QueryPlanner(std::vector<std::string> languages) : languages_(std::move(languages)) {
  if (languages_.empty()) languages_.emplace_back("en");
  for (auto const& language : languages_) stemmers_.emplace_back(language);
}

QueryPlan QueryPlanner::plan(std::vector<QueryNode> const& nodes, Xapian::Database const& database,
                             TimeLimit& time) {
  return Builder(*this, database, time).run(nodes);
}

}  // namespace pressmark
