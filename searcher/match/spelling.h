// Words of the index that a word nobody wrote may have been meant to be.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <xapian.h>

#include "common/base/time_limit.h"

namespace pressmark {

// The edit distance allowed for a word of this length.
[[nodiscard]] std::size_t allowed_edits(std::size_t letters);

// The likeliest word of the index for `word`, which is in none of its posts; nothing if none is
// near enough. Near enough depends on the length, since short words have neighbours by accident:
// up to three letters nothing, four letters a swap or a doubled letter, up to seven one edit,
// beyond that two. The first letter stays, unless it was swapped with the second.
// Among equally near words, those in titles and those in more posts come first.
// Reads the words with the same first letters: about 1 ms in 100,000 words. Nothing if time is over
// before all are read.
[[nodiscard]] std::optional<std::string> correct_spelling(Xapian::Database const& database,
                                                          std::string const& word, TimeLimit& time);

}  // namespace pressmark
