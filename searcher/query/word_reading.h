// How the words of a query are to be read, beyond what the query itself says.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "searcher/query/query.h"

namespace pressmark {

enum class LastWord : std::uint8_t {
  whole,
  being_typed,  // where the query ends with it: matches all words that begin with it, too
};

enum class WordsWanted : std::uint8_t {
  as_many_as_there_are,  // posts that lack some fill up an answer that is short
  all,
};

struct WordReading {
  LastWord last_word = LastWord::whole;
  WordsWanted words_wanted = WordsWanted::as_many_as_there_are;
  QueryScope scope = QueryScope::anywhere;  // of words for which the query names none
  friend bool operator==(WordReading const&, WordReading const&) = default;
};

// The wanted nodes of a query of `query_bytes` bytes as `reading` interprets them.
[[nodiscard]] std::vector<QueryNode> read_words(std::vector<QueryNode> wanted, std::size_t query_bytes,
                                                WordReading const& reading);

}  // namespace pressmark
