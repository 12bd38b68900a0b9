// Headings that announce no topic of their own.
#pragma once

#include <string_view>

namespace pressmark {

// True if `heading`, or the words of `anchor`, announce an introduction, a summary or a conclusion:
// such sections touch on everything and answer little. English words only.
[[nodiscard]] bool is_general_heading(std::string_view heading, std::string_view anchor);

}  // namespace pressmark
