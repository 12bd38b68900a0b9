// Cutting text for display: at sentences where they are near, else between words.
#pragma once

#include <cstddef>
#include <string_view>

namespace pressmark {

struct TextWindow {
  std::size_t begin = 0;  // bytes, half-open, on code points
  std::size_t end = 0;
  bool cut_before = false;  // the text before belongs to the same sentence
  bool cut_after = false;
};

// A window of about `max_bytes` of `text` that holds `focus_begin` to `focus_end` if they fit.
// Starts at the beginning of a sentence if one begins not too far before the focus, else between
// words; ends at the end of a sentence if that leaves most of the room used, else between words. Only
// a word that takes half of the room or more is cut.
[[nodiscard]] TextWindow window_around(std::string_view text, std::size_t focus_begin, std::size_t focus_end,
                                       std::size_t max_bytes);

// Where the sentence that `at` lies in begins, and the first place at or after `at` where another one does.
[[nodiscard]] std::size_t sentence_begin(std::string_view text, std::size_t at);
[[nodiscard]] std::size_t sentence_end(std::string_view text, std::size_t at);

}  // namespace pressmark
