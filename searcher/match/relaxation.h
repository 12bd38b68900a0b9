// Relaxation: other readings of a query that nothing matches as it stands.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>
#include <xapian.h>

#include "common/base/time_limit.h"
#include "searcher/query/query.h"
#include "searcher/query/query_plan.h"

namespace pressmark {

// A word of the query that was searched as another.
struct Correction {
  std::size_t begin = 0;  // bytes of the query
  std::size_t end = 0;
  std::string word;
};

struct RelaxedQuery {
  std::vector<QueryNode> wanted;
  std::vector<Correction> corrections;
};

// The query with its last word as the beginning of a word; nothing if it does not end in a word.
[[nodiscard]] std::optional<RelaxedQuery> complete_last_word(std::vector<QueryNode> const& wanted);

// The query with the words that no post has (as its `plan` knows) replaced by what they were meant to be: a
// near word, two words for one that runs them together ("exitcode"), a compound's parts for one that is
// written nowhere ("search-blog"), unless it looks like code. Nothing if there are no such words, or too
// many, or one of them has no such reading: a guess that leaves half the query unknown would be junk.
// Nothing, too, if time is over.
[[nodiscard]] std::optional<RelaxedQuery> correct_words(std::vector<QueryNode> const& wanted,
                                                        QueryPlan const& plan,
                                                        std::span<std::string const> languages,
                                                        Xapian::Database const& database, TimeLimit& time);

}  // namespace pressmark
