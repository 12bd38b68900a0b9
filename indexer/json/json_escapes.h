// Mending of JSON that names half a character.
#pragma once

#include <cstddef>
#include <span>

namespace pressmark {

// Turns every \uXXXX in `json` that is half of a surrogate pair without the other into \uFFFD: so
// programs write texts that they cut within an emoji, and JSON readers refuse it (RFC 8259 §8.2).
// Returns how many bytes are done; the rest, a few at most, is the beginning of an escape and is to
// be given again before what follows. At the end nothing follows.
[[nodiscard]] std::size_t mend_surrogates(std::span<char> json, bool is_last);

}  // namespace pressmark
