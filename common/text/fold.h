// Folding: the form in which two spellings of one word are the same bytes.
#pragma once

#include <string>
#include <string_view>

namespace pressmark {

// `text` in NFKC with case and accents folded (utf8proc): "Façade" and "FACADE" give "facade",
// "ﬁn" gives "fin", "STRAßE" gives "strasse", "H²" gives "h2". Soft hyphens and zero-width
// characters disappear. Hyphens and dashes that join words (U+2010, U+2011, U+00AD is dropped)
// become '-'; typographic apostrophes become '\''. Invalid UTF-8 is replaced by U+FFFD.
[[nodiscard]] std::string fold(std::string_view text);

// The key under which category, author and site names compare equal: folded, with everything
// but letters and digits removed, except '+' and '#' ("C++" and "C#" differ from "C"):
// "softwareDesign" and "Software Design" give "softwaredesign".
[[nodiscard]] std::string name_key(std::string_view name);

// The key under which titles compare equal: folded, words joined by single spaces, punctuation
// removed.
[[nodiscard]] std::string title_key(std::string_view title);

}  // namespace pressmark
