// Words that say nothing about a query's topic.
#pragma once

#include <string_view>

namespace pressmark {

// True for folded function words of `language` (primary_language()). They are indexed like any
// word; only queries set them aside, and only while other words remain.
[[nodiscard]] bool is_stop_word(std::string_view folded_word, std::string_view language);

}  // namespace pressmark
