// The query box: any text to the best reading of it. Never fails.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "common/base/time.h"
#include "searcher/query/query.h"

namespace pressmark {

// How much of a query is read; the rest is dropped with a warning.
struct QueryLimits {
  std::size_t bytes = 4'000;
  std::size_t words = 96;
};

struct QueryParserOptions {
  std::span<std::string const> languages;  // of the index: whose stop words count
  Timestamp now;                           // what relative dates count from
  QueryLimits limits;
};

// Reads words, "phrases", -excluded, OR, ( ), word*, and the fields title: code: author:
// category: tag: site: lang: date: before: after: from: to:. An unknown prefix is text. What is
// malformed (an open quote or bracket, an operator without operand, a date that is none) is read
// as words and reported as a warning with its place. Any bytes are accepted; invalid UTF-8
// separates words. Linear in the query, which is cut at limits.bytes.
[[nodiscard]] Query parse_query(std::string_view text, QueryParserOptions const& options);

// `text` as words and nothing else, whatever operators it seems to hold.
[[nodiscard]] Query parse_words(std::string_view text, QueryParserOptions const& options);

}  // namespace pressmark
