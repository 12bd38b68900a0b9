// Markdown as HTML: the one place that knows the Markdown parser.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/base/result.h"

namespace pressmark {

struct RenderedMarkdown {
  std::string html;
  std::string first_heading;  // the text of a heading of level one at the start; empty if there is none
  std::size_t first_heading_end = 0;  // where it ends in `html`
};

// Renders CommonMark with GitHub's tables, strikethrough, task lists and bare links; raw HTML stays. Headings
// have ids as GitHub makes them, or those written after them as "{#id}". `markdown` must be valid UTF-8.
// HTML beyond `max_bytes`, which links can make of little text, is a Problem.
[[nodiscard]] Result<RenderedMarkdown> render_markdown(std::string_view markdown, std::size_t max_bytes);

}  // namespace pressmark
