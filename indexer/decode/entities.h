// Character references ("&eacute;", "&#233;", "&#xE9;") as text.
#pragma once

#include <string>
#include <string_view>

namespace pressmark {

// `text` with the numeric references and those named by XML or HTML 4 replaced, once: "&amp;lt;"
// gives "&lt;". What is no complete reference ("AT&T", "?a=1&copy=2", "&unknown;") stays.
[[nodiscard]] std::string decode_entities(std::string_view text);

}  // namespace pressmark
