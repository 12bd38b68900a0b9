// Markdown that was never rendered: `**bold**`, `*emphasis*` and backticks left in the text of a page.
#pragma once

#include "indexer/extract/marked_text.h"

namespace pressmark {

// Removes pairs of markers around words; what stood in backticks becomes marked as code. Inside code marks,
// and where the characters may mean themselves ("2 * 3", "2**8", "*args"), nothing changes. Linear in the
// text.
void strip_markdown_markers(MarkedText& marked);

}  // namespace pressmark
