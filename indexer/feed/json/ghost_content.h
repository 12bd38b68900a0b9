// The content of a post in Ghost's formats as HTML.
#pragma once

#include <string>

#include "common/base/limits.h"
#include "indexer/json/json_value.h"

namespace pressmark {

// The HTML of a row of the table of posts: as Ghost rendered it, which is nearly always there; else
// from the document of its editor, Lexical or Mobiledoc, as far as text, headings, lists, links,
// code, images and embedded HTML go; else from its plain text. Empty if there is nothing.
[[nodiscard]] std::string ghost_html(JsonValue const& row, InputLimits const& limits);

}  // namespace pressmark
