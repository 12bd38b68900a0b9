// Applies a reading to the nodes of a query.
#include "searcher/query/word_reading.h"

#include <utility>

namespace pressmark {
namespace {

void set_scope(std::vector<QueryNode>& nodes, QueryScope scope) {
  for (auto& node : nodes) {
    if (node.scope == QueryScope::anywhere) node.scope = scope;
    set_scope(node.children, scope);
  }
}

// The word keeps its other forms: what is being typed may be complete.
QueryNode word_or_beginning(QueryNode word) {
  auto beginning = word;
  beginning.kind = NodeKind::prefix;
  return {.kind = NodeKind::any, .children = {std::move(word), std::move(beginning)}};
}

// Of a compound ("full-te") the pieces are searched, whole ones.
bool may_be_beginning(QueryNode const& node, std::size_t query_bytes) {
  if (node.kind != NodeKind::word) return false;
  auto const& word = node.words.front();
  return word.parts.size() == 1 && word.end == query_bytes;
}

}  // namespace

std::vector<QueryNode> read_words(std::vector<QueryNode> wanted, std::size_t query_bytes,
                                  WordReading const& reading) {
  set_scope(wanted, reading.scope);
  if (wanted.empty()) return wanted;
  if (reading.last_word == LastWord::being_typed && may_be_beginning(wanted.back(), query_bytes)) {
    wanted.back() = word_or_beginning(std::move(wanted.back()));
  }
  if (reading.words_wanted == WordsWanted::all && wanted.size() > 1) {
    // Of one node that holds them all, none may be missed.
    QueryNode all{.kind = NodeKind::all, .children = std::move(wanted)};
    wanted.clear();
    wanted.push_back(std::move(all));
  }
  return wanted;
}

}  // namespace pressmark
