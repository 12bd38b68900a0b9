// Words by which a link can point into a page that has no anchor near them.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "searcher/results/search_results.h"

namespace pressmark {

// Words of `text`, a section's, around the first highlight of `snippet`, which was cut from it: the
// shortest run of whole words of one block that stands nowhere else in `texts` (all of the post's sections,
// this one too), without regard to case. Empty if there is none of a sensible length, or nothing is
// highlighted.
[[nodiscard]] std::string distinctive_words(HighlightedText const& snippet, std::string_view text,
                                            std::span<std::string const> texts);

}  // namespace pressmark
