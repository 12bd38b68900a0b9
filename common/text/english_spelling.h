// British spelling of English words.
#pragma once

#include <string>
#include <string_view>

namespace pressmark {

// The American form of a folded English word for the stemmer: all forms of a British word change
// in the same way and meet their American ones. Words that are spelled alike on both sides stay,
// or change for all forms alike; the result need not be a word.
[[nodiscard]] std::string american_spelling(std::string_view word);

}  // namespace pressmark
