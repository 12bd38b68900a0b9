// Two relaxations change words: one completes the last, the other corrects those that no post has.
#include "searcher/match/relaxation.h"

#include <algorithm>
#include <utility>

#include "common/index/schema.h"
#include "common/strings/ascii.h"
#include "searcher/match/first_stage.h"
#include "searcher/match/spelling.h"
#include "searcher/query/query_words.h"
#include "searcher/query/timed_documents.h"

namespace pressmark {
namespace {

// Shorter beginnings match too many words.
constexpr std::size_t kMinPrefixBytes = 3;

// More words than this that no post has are not a slip, but another topic or language.
constexpr std::size_t kMaxCorrections = 3;
// The bytes that each of two words run together must have, since shorter ones are found inside any word.
constexpr std::size_t kMinRunTogether = 3;

std::string one_by_one(std::vector<std::string> const& words) {
  std::string text;
  for (auto const& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

// Replaces the unknown words of a query, each by what its unit of the plan tells.
class WordCorrector {
 public:
  WordCorrector(QueryPlan const& plan, std::span<std::string const> languages,
                Xapian::Database const& database, TimeLimit& time)
      : plan_(plan), languages_(languages), database_(database), time_(time) {}

  std::optional<RelaxedQuery> run(std::vector<QueryNode> const& wanted) {
    RelaxedQuery relaxed;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      auto const words = visit(wanted[i], plan_.nodes[i]);
      relaxed.wanted.insert(relaxed.wanted.end(), words.begin(), words.end());
    }
    if (hopeless_ || corrections_.empty() || time_.was_over()) return std::nullopt;
    relaxed.corrections = std::move(corrections_);
    return relaxed;
  }

 private:
  // What `node` was meant to be: itself, or the words that take its place.
  std::vector<QueryNode> visit(QueryNode node, PlannedNode const& planned) {
    if (node.kind == NodeKind::all || node.kind == NodeKind::any) {
      for (std::size_t i = 0; i < node.children.size(); ++i) {
        node.children[i] = together(visit(node.children[i], planned.children[i]));
      }
      return {std::move(node)};
    }
    auto const& unit = plan_.units[planned.unit];
    if (unit.stop_word || node.kind == NodeKind::phrase || hopeless_) return {node};
    if (unit.frequency > 0 && (!may_be_parted(node) || is_written(unit))) return {node};
    auto const meant = meant_by(node);
    if (meant.empty() || corrections_.size() >= kMaxCorrections) hopeless_ = true;
    return hopeless_ ? std::vector{node} : in_place_of(node, meant);
  }

  // Several words in the place of one have to be met together.
  static QueryNode together(std::vector<QueryNode> words) {
    if (words.size() == 1) return std::move(words.front());
    return {.kind = NodeKind::all, .words = {}, .children = std::move(words)};
  }

  // The words that the unknown word of `node` was meant to be; none if it is anybody's guess.
  [[nodiscard]] std::vector<std::string> meant_by(QueryNode const& node) const {
    auto const& word = node.words.front();
    auto const& text = word.joined.empty() ? word.parts.front() : word.joined;
    if (may_be_parted(node) && are_known(node, word.parts)) return word.parts;
    // Numbers and versions are not misspelt words.
    if (std::any_of(text.begin(), text.end(), is_digit)) return {};
    if (word.parts.size() == 1) {
      if (auto apart = run_together(node, text); !apart.empty()) return apart;
    }
    if (auto const nearest = correct_spelling(database_, text, time_)) return {*nearest};
    return may_be_parted(node) ? corrected_parts(node) : std::vector<std::string>{};
  }

  // A compound of prose: "search-engine", not "search_engine".
  static bool may_be_parted(QueryNode const& node) {
    auto const& word = node.words.front();
    return node.kind == NodeKind::word && node.scope != QueryScope::code && word.parts.size() > 1 &&
           !word.code_like;
  }

  // The parts of a compound, those that no post has replaced by near words; none if that fails.
  [[nodiscard]] std::vector<std::string> corrected_parts(QueryNode const& node) const {
    auto parts = node.words.front().parts;
    for (auto& part : parts) {
      if (are_known(node, {part})) continue;
      auto const nearest = correct_spelling(database_, part, time_);
      if (!nearest) return {};
      part = *nearest;
    }
    return parts;
  }

  std::vector<QueryNode> in_place_of(QueryNode const& node, std::vector<std::string> const& words) {
    auto const& typed = node.words.front();
    // A word may stand in two readings of itself.
    if (corrections_.empty() || corrections_.back().begin != typed.begin) {
      corrections_.push_back({typed.begin, typed.end, one_by_one(words)});
    }
    std::vector<QueryNode> nodes;
    for (auto const& word : words) {
      auto& meant = nodes.emplace_back(node);
      meant.words.front().text = word;
      meant.words.front().parts = {word};
      meant.words.front().joined.clear();
      meant.words.front().stop_word = words.size() > 1 && is_stop_word_of(word, languages_);
    }
    return nodes;
  }

  // The two words of `text` that stand side by side in some post.
  [[nodiscard]] std::vector<std::string> run_together(QueryNode const& node, std::string const& text) const {
    for (auto end = kMinRunTogether; end + kMinRunTogether <= text.size(); ++end) {
      std::vector<std::string> const words{text.substr(0, end), text.substr(end)};
      if (are_known(node, words) && stand_together({term(node, words[0]), term(node, words[1])}))
        return words;
    }
    return {};
  }

  [[nodiscard]] bool are_known(QueryNode const& node, std::vector<std::string> const& words) const {
    return std::ranges::all_of(words,
                               [&](auto const& word) { return database_.term_exists(term(node, word)); });
  }

  // True if a post has the compound of `unit`, as one word or part by part.
  [[nodiscard]] bool is_written(PlannedUnit const& unit) const {
    return !unit.forms.empty() || std::ranges::any_of(unit.sequences, [&](FormSequence const& sequence) {
      std::vector<std::string> terms;
      for (auto const form : sequence) terms.push_back(plan_.forms[form].term);
      return stand_together(terms);
    });
  }

  // True if `terms` follow one another in a post.
  [[nodiscard]] bool stand_together(std::vector<std::string> const& terms) const {
    TimedDocuments documents(time_);
    Xapian::Query const phrase(Xapian::Query::OP_PHRASE, terms.begin(), terms.end(),
                               static_cast<Xapian::termcount>(terms.size()));
    return count_up_to(1, database_, documents.timed(phrase)) > 0;
  }

  static std::string term(QueryNode const& node, std::string const& word) {
    return word_term(node.scope == QueryScope::title ? Field::title : Field::text, word);
  }

  QueryPlan const& plan_;
  std::span<std::string const> languages_;
  Xapian::Database const& database_;
  TimeLimit& time_;
  bool hopeless_ = false;
  std::vector<Correction> corrections_;
};

}  // namespace

std::optional<RelaxedQuery> complete_last_word(std::vector<QueryNode> const& wanted) {
  if (wanted.empty() || wanted.back().kind != NodeKind::word) return std::nullopt;
  auto const& word = wanted.back().words.front();
  if (word.parts.size() != 1 || word.parts.front().size() < kMinPrefixBytes) return std::nullopt;
  RelaxedQuery relaxed{.wanted = wanted, .corrections = {}};
  relaxed.wanted.back().kind = NodeKind::prefix;
  return relaxed;
}

std::optional<RelaxedQuery> correct_words(std::vector<QueryNode> const& wanted, QueryPlan const& plan,
                                          std::span<std::string const> languages,
                                          Xapian::Database const& database, TimeLimit& time) {
  return WordCorrector(plan, languages, database, time).run(wanted);
}

}  // namespace pressmark
