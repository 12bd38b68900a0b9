// When quoted text is code, and how it is compared.
#pragma once

#include <string>
#include <string_view>

namespace pressmark {

// True for text with characters that mean something in code and nothing in prose: "std::vector<int>",
// "--dry-run", "a_b", "x = 1". Characters of prose (an apostrophe, a hyphen inside a word, a comma, a point
// at the end of a sentence) do not make code.
[[nodiscard]] bool is_code_like(std::string_view text);

// `text` as literals are compared: folded like words are (case, accents, kinds of hyphens), every other
// character kept, white space collapsed.
[[nodiscard]] std::string literal_key(std::string_view text);

}  // namespace pressmark
