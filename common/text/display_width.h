// How wide text is on a terminal.
#pragma once

#include <cstddef>
#include <string_view>

namespace pressmark {

// Columns one code point takes, by Unicode's East Asian Width (UAX #11): 0 for marks that combine with the
// character before, joiners and controls, 2 for wide characters and emoji, else 1. Good enough to wrap by:
// emoji built of several code points count as their parts, and terminals differ on them too.
[[nodiscard]] std::size_t columns_of(char32_t code_point) noexcept;

// The sum over UTF-8 text.
[[nodiscard]] std::size_t columns_of(std::string_view text);

}  // namespace pressmark
