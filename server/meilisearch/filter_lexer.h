// The tokens of a filter expression.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"

namespace pressmark {

enum class FilterTokenKind : std::uint8_t {
  word,    // unquoted: a name, a value or a keyword
  quoted,  // a name or a value
  symbol,  // = != > >= < <= ( ) [ ] ,
  end,
};

struct FilterToken {
  FilterTokenKind kind = FilterTokenKind::end;
  std::string text;  // without quotes and their escapes
};

// The tokens of `filter`, the last of which is `end`; a Problem for a quote that is not closed and
// for a lone '!'.
[[nodiscard]] Result<std::vector<FilterToken>> lex_filter(std::string_view filter);

}  // namespace pressmark
