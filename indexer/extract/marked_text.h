// Text with the ranges its author set apart, and edits that keep both in step.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/article.h"

namespace pressmark {

struct MarkedText {
  std::string text;
  std::vector<Mark> marks;  // ordered by begin, then by end
};

struct ByteRange {
  std::size_t begin = 0;  // half-open
  std::size_t end = 0;
};

void sort_marks(MarkedText& marked);

// Removes `ranges`, which must be ordered and apart, from the text. Marks shrink accordingly;
// a mark left without text goes too.
void erase(MarkedText& marked, std::vector<ByteRange> const& ranges);

// Removes leading and trailing spaces.
void trim(MarkedText& marked);

// True if `text` (valid UTF-8) has anything to search for: a letter or a digit of any script.
[[nodiscard]] bool has_word(std::string_view text);

}  // namespace pressmark
