// Folding: the form in which two spellings of one word are the same bytes.
#pragma once

#include <string>
#include <string_view>

namespace pressmark {

// `text` in NFKC with case and accents folded (utf8proc): "Façade" and "FACADE" give "facade",
// "ﬁn" gives "fin", "STRAßE" gives "strasse", "Ørsted" gives "orsted", "H²" gives "h2". Marks
// that make another letter stay (й, が, Indic vowel signs). Soft hyphens and zero-width
// characters disappear; the hyphens U+2010 and U+2011 become '-', typographic apostrophes '\'';
// ™ stays. Invalid UTF-8 is replaced by U+FFFD.
[[nodiscard]] std::string fold(std::string_view text);

// The key under which category, author and site names compare equal: folded, with everything
// but letters and digits removed, except '+' and '#' ("C++" and "C#" differ from "C"):
// "softwareDesign" and "Software Design" give "softwaredesign". A name without letters and
// digits is its own key, folded.
[[nodiscard]] std::string name_key(std::string_view name);

// The key under which titles compare equal: folded, words joined by single spaces, punctuation
// removed but for '+' and '#' after a word: "Don't repeat — yourself!" gives "dont repeat
// yourself". A title without letters and digits is its own key, folded.
[[nodiscard]] std::string title_key(std::string_view title);

// The library that folding rests on, with its version: "utf8proc 2.8.0".
[[nodiscard]] std::string folding_library();

}  // namespace pressmark
