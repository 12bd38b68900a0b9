// Function words, and words that must not be taken for them.
#include "common/text/stop_words.h"

#include <boost/test/unit_test.hpp>
#include <string_view>

#include "common/text/fold.h"

using namespace pressmark;

BOOST_AUTO_TEST_SUITE(stop_words)

BOOST_AUTO_TEST_CASE(function_and_question_words_are_stop_words) {
  for (std::string_view const word : {"the", "a", "of", "how", "what", "why", "when", "who", "which",
                                      "should", "do", "does", "can", "is", "its", "dont", "i"}) {
    BOOST_TEST(is_stop_word(word, "en"));
  }
}

BOOST_AUTO_TEST_CASE(words_with_content_and_words_that_turn_the_meaning_are_not) {
  for (std::string_view const word : {"not", "no", "without", "before", "after", "against", "between",
                                      "first", "new", "use", "go", "c", "it's", "state", ""}) {
    BOOST_TEST(!is_stop_word(word, "en"));
  }
}

BOOST_AUTO_TEST_CASE(each_language_has_its_own) {
  constexpr std::string_view kWords[][2] = {{"und", "de"},  {"für", "de"}, {"où", "fr"},     {"les", "fr"},
                                            {"cómo", "es"}, {"los", "es"}, {"perché", "it"}, {"het", "nl"},
                                            {"você", "pt"}, {"uma", "pt"}};
  for (auto const& [word, language] : kWords) {
    BOOST_TEST(is_stop_word(fold(word), language));
    BOOST_TEST(!is_stop_word(fold(word), "en"));
  }
  BOOST_TEST(!is_stop_word("the", "de"));
}

BOOST_AUTO_TEST_CASE(an_unknown_language_has_none) {
  BOOST_TEST(!is_stop_word("the", "xx"));
  BOOST_TEST(!is_stop_word("the", ""));
}

BOOST_AUTO_TEST_SUITE_END()
