// Filter expressions of Meilisearch's API, as conditions on posts.
#pragma once

#include <string_view>

#include "common/base/result.h"
#include "searcher/query/condition.h"

namespace pressmark {

// Reads comparisons (= != > >= < <=, TO, IN [..], EXISTS, IS NULL, IS EMPTY; the last four also
// with NOT) joined by AND, OR, NOT and parentheses. Values with spaces are quoted; keywords are
// upper case. An expression of white space is met by all posts. A Problem for what is no expression,
// asks for an attribute that posts are not filtered by, or nests deeper than kMaxFilterDepth.
[[nodiscard]] Result<Condition> parse_filter(std::string_view expression);

inline constexpr int kMaxFilterDepth = 32;

}  // namespace pressmark
