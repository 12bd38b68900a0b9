// The text of preformatted code, with its lines as they stand.
#pragma once

#include <string>
#include <string_view>

#include "indexer/html/html_tree.h"

namespace pressmark {

// The text beneath a `pre` without white space at either end; line numbers and hidden parts are left out.
[[nodiscard]] std::string code_text(HtmlNode pre);

// `text` with `&lt;`, `&gt;` and `&amp;` resolved: code is often escaped twice before it is published.
[[nodiscard]] std::string decode_again(std::string_view text);

}  // namespace pressmark
