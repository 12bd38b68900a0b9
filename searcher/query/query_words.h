// Query text to the words it asks for, through the analyzer the index was built with.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"
#include "searcher/query/query.h"

namespace pressmark {

// The words of `text` in order. A word is a stop word if it is one in any of `languages`.
// `offset` is where `text` begins in the query.
[[nodiscard]] std::vector<QueryWord> query_words(std::string_view text, TextKind kind,
                                                 std::span<std::string const> languages,
                                                 std::size_t offset = 0);

// True if `word`, which is folded, is a stop word of any of `languages`.
[[nodiscard]] bool is_stop_word_of(std::string_view word, std::span<std::string const> languages);

}  // namespace pressmark
