// Text within HTML.
#pragma once

#include <string>
#include <string_view>

namespace pressmark {

// `text` as content of an HTML element or of a quoted attribute.
[[nodiscard]] std::string escape_html(std::string_view text);

}  // namespace pressmark
