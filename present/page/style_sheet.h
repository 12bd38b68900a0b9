// The style sheet of the pages.
#pragma once

#include <string_view>

namespace pressmark {

// CSS, from web/search.css.
[[nodiscard]] std::string_view style_sheet() noexcept;

}  // namespace pressmark
