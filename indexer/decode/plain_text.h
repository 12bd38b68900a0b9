// Titles and names as people read them, from what feeds put there.
#pragma once

#include <string>
#include <string_view>

namespace pressmark {

// The text of a title or category that may hold a little HTML: tags of text formatting are taken
// out where they come in pairs, references decoded, white space collapsed. Other angle brackets
// stay, for titles such as "A look at std::vector<T>".
[[nodiscard]] std::string plain_text(std::string_view markup);

// The text of a title that is declared to be HTML: all tags taken out, references decoded, white
// space collapsed.
[[nodiscard]] std::string text_of_html(std::string_view html);

// The name in an author's line: "ann@example.org (Ann Lee)" and "Ann Lee <ann@example.org>" give
// "Ann Lee"; a line without such a form is given back in plain text.
[[nodiscard]] std::string display_name(std::string_view author);

}  // namespace pressmark
