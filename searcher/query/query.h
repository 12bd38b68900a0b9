// A query as it was understood: plain values, made by parse_query().
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/time.h"
#include "searcher/query/condition.h"
#include "searcher/results/search_results.h"

namespace pressmark {

// Where a word has to stand.
enum class QueryScope : std::uint8_t { anywhere, title, code };

// One word as typed, analysed like the text it is to be found in.
struct QueryWord {
  std::string text;                // folded, as typed: for messages
  std::vector<std::string> parts;  // consecutive words: one, or the pieces of a compound
  std::string joined;              // the compound as one word ("http2"); empty for a single part
  bool stop_word = false;
  bool code_like = false;  // typed with characters of code: is_code_like()
  std::size_t begin = 0;   // bytes of the query
  std::size_t end = 0;
  friend bool operator==(QueryWord const&, QueryWord const&) = default;
};

enum class NodeKind : std::uint8_t {
  word,    // one word
  phrase,  // several words in this order and next to each other
  prefix,  // words that start with `words[0].text`
  all,     // every child
  any,     // at least one child
};

struct QueryNode {
  NodeKind kind = NodeKind::word;
  QueryScope scope = QueryScope::anywhere;
  std::vector<QueryWord> words;     // of word, phrase and prefix
  std::vector<QueryNode> children;  // of all and any
  // Of a word or phrase that is code: literal_key() of what was typed, which has to stand in the text
  // character by character. Else empty.
  std::string literal = {};
  friend bool operator==(QueryNode const&, QueryNode const&) = default;
};

// True for a word without a field.
[[nodiscard]] inline bool is_plain_word(QueryNode const& node) {
  return node.kind == NodeKind::word && node.scope == QueryScope::anywhere;
}

// A name filter: the post has one of `wanted` (if there are any) and none of `excluded`.
// Names as typed; they compare by name_key().
struct NameFilter {
  std::vector<std::string> wanted;
  std::vector<std::string> excluded;
  friend bool operator==(NameFilter const&, NameFilter const&) = default;
};

struct Filters {
  NameFilter categories;
  NameFilter authors;
  NameFilter sites;
  NameFilter languages;
  std::optional<Timestamp> since;  // published at or after
  std::optional<Timestamp> until;  // published at or before
  std::optional<Condition> condition;
  friend bool operator==(Filters const&, Filters const&) = default;
};

struct Query {
  std::vector<QueryNode> wanted;    // all of them, unless the search is relaxed
  std::vector<QueryNode> excluded;  // none of them
  Filters filters;
  std::vector<QueryWarning> warnings;
};

}  // namespace pressmark
