// Pieces of a text put together for display.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "searcher/passage/text_window.h"
#include "searcher/results/search_results.h"

namespace pressmark {

// A window of a text, with the highlights in it; all bytes count from the start of the text.
struct Fragment {
  TextWindow window;
  std::vector<Highlight> highlights;  // sorted; those that are not wholly inside are not shown
};

// True if some of the text is in both.
[[nodiscard]] bool overlap(Fragment const& a, Fragment const& b);

// The fragments of `text`, none of which overlap, in the order of the text: "…" stands between them
// and at an end that is cut. Lines and tabs become spaces.
[[nodiscard]] HighlightedText join_fragments(std::string_view text, std::vector<Fragment> fragments);

}  // namespace pressmark
