// A query's words looked up in an index: the plan that matching, ranking and highlighting share.
#pragma once

#include <cstdint>
#include <string>
#include <vector>
#include <xapian.h>

#include "common/base/time_limit.h"
#include "common/text/stemmer.h"
#include "searcher/query/query.h"

namespace pressmark {

enum class FormKind : std::uint8_t {
  exact,   // the word as typed
  stem,    // another word of the same stem
  joined,  // words written as one: "http2" for "http/2", "timeseries" for "time series"
  piece,   // counts only beside its neighbours: of a phrase or a compound
  prefix,  // a word that begins with what was typed
};

// One term with positions by which the index may know a unit.
struct PlannedForm {
  std::string term;  // as in the index, with its prefix
  std::string text;  // without
  FormKind kind = FormKind::exact;
  bool code = false;  // in code, not in prose
};

// Forms that count where they follow one another, by number.
using FormSequence = std::vector<std::uint16_t>;

// A unit: one word, phrase or prefix of the query with the forms by which the index knows it.
struct PlannedUnit {
  NodeKind kind = NodeKind::word;
  QueryScope scope = QueryScope::anywhere;
  std::string text;                // for messages
  bool stop_word = false;          // set aside while other units remain; so are repeats
  bool code_like = false;          // code has it as likely as prose
  std::size_t times = 1;           // how often the query has it; only the first counts
  double weight = 0;               // how much it tells: its inverse document frequency
  Xapian::doccount frequency = 0;  // about how many posts have it
  std::vector<std::string> stems;  // stem terms of the whole unit: Z…; alternatives
  // For a compound or phrase: of each part its stem terms, one per language of the index.
  std::vector<std::vector<std::string>> part_stems;
  std::vector<std::string> title_stems;    // stems without prefix, for the boosted fields
  std::vector<std::string> heading_parts;  // for a compound: its parts' terms in headings
  std::vector<std::uint16_t> forms;        // forms that match by themselves
  std::vector<FormSequence> sequences;
};

// A node of the query, with the unit that belongs to it.
struct PlannedNode {
  NodeKind kind = NodeKind::word;
  QueryScope scope = QueryScope::anywhere;
  std::size_t unit = 0;               // of a word, phrase or prefix: its number in QueryPlan::units
  std::vector<PlannedNode> children;  // of all and any
};

struct QueryPlan {
  std::vector<PlannedNode> nodes;  // as the planned nodes stand, child by child
  std::vector<PlannedUnit> units;  // of the words, phrases and prefixes, in the query's order
  std::vector<PlannedForm> forms;
};

// True for a word without a field.
[[nodiscard]] inline bool is_plain_word(PlannedNode const& node) {
  return node.kind == NodeKind::word && node.scope == QueryScope::anywhere;
}

// True if no node has children: the query is a row of words, phrases and prefixes.
[[nodiscard]] bool is_flat(QueryPlan const& plan);

// The units of `node` and of all below it, in the query's order.
[[nodiscard]] std::vector<std::size_t> units_below(PlannedNode const& node);

// The words of a plan that count: all but stop words, unless there is nothing else.
[[nodiscard]] std::size_t content_units(QueryPlan const& plan);

// True for a query that is phrased with words such as "of" and "how": a question, a title.
[[nodiscard]] bool is_sentence(QueryPlan const& plan);

// Not thread-safe: keeps the stemmers' caches.
class QueryPlanner {
 public:
  explicit QueryPlanner(std::vector<std::string> languages);

  // The units of `nodes` (a query's wanted ones) against `database`. When time is over the
  // units that are left match nothing.
  [[nodiscard]] QueryPlan plan(std::vector<QueryNode> const& nodes, Xapian::Database const& database,
                               TimeLimit& time);
  [[nodiscard]] std::vector<std::string> const& languages() const noexcept { return languages_; }

 private:
  class Builder;
  std::vector<std::string> languages_;
  std::vector<Stemmer> stemmers_;
};

}  // namespace pressmark
