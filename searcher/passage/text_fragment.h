// Words by which a link can point into a page that has no anchor near them.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace pressmark {

// Words of `text`, a section's, around the byte `place`: the shortest run of whole words of one block
// that stands nowhere else in `texts` (all of the post's sections, this one too), without regard to
// case. Empty if there is none of a sensible length, or `place` lies beyond the text.
[[nodiscard]] std::string distinctive_words(std::size_t place, std::string_view text,
                                            std::span<std::string const> texts);

}  // namespace pressmark
