// Plain text as HTML, for what is shown and indexed as HTML.
#pragma once

#include <string>
#include <string_view>

namespace pressmark {

// `text` with '&', '<', '>' and '"' as character references.
[[nodiscard]] std::string escape_markup(std::string_view text);

// `text` with its paragraphs, which blank lines part, as <p> and other line ends as <br>.
[[nodiscard]] std::string markup_of_text(std::string_view text);

}  // namespace pressmark
