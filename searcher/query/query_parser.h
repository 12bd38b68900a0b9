// The query box: any text to the best reading of it. Never fails.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "common/base/limits.h"
#include "searcher/query/query.h"

namespace pressmark {

struct QueryParserOptions {
  std::span<std::string const> languages;  // of the index: whose stop words count
  Timestamp now;                           // what relative dates count from
  InputLimits limits;
};

// Reads words, "phrases", -excluded, OR, ( ), word*, and the fields title: code: author:
// category: tag: site: lang: date: before: after: from: to:. An unknown prefix is text. What is
// malformed (an open quote or bracket, an operator without operand, a date that is none) is read
// as words and reported as a warning with its place. Any bytes are accepted; invalid UTF-8
// separates words. Linear in the query, which is cut at limits.query_bytes.
[[nodiscard]] Query parse_query(std::string_view text, QueryParserOptions const& options);

// `text` as words and nothing else, whatever operators it seems to hold.
[[nodiscard]] Query parse_words(std::string_view text, QueryParserOptions const& options);

}  // namespace pressmark
