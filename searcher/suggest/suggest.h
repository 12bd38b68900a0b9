// Completions while a reader types: titles, headings and categories that have the words typed so
// far, the last of them as a beginning.
#pragma once

#include <cstddef>
#include <string_view>
#include <xapian.h>

#include "common/index/record.h"
#include "searcher/match/name_table.h"
#include "searcher/results/suggestions.h"

namespace pressmark {

struct SuggestOptions {
  std::size_t max_titles = 5;
  std::size_t max_headings = 4;
  std::size_t max_categories = 3;
};

// Suggestions for `typed`; none for text without a letter or digit. Useful at one letter: words
// match at their beginning, wherever they stand; texts that begin with what was typed come
// first, then those of newer posts. A text is suggested once. Looks at a bounded number of posts. Throws
// what Xapian throws.
[[nodiscard]] Suggestions suggest(Xapian::Database const& database, NameTable const& names,
                                  RecordUnpacker& unpacker, std::string_view typed,
                                  SuggestOptions const& options);

}  // namespace pressmark
