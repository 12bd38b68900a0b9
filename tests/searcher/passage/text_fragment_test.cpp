// Which words a link into a page without anchors names.
#include "searcher/passage/text_fragment.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

using namespace pressmark;

namespace {

// The words chosen for the first `word` of a snippet that shows `shown` of the first of `texts`.
std::string words_for(std::string const& shown, std::string const& word,
                      std::vector<std::string> const& texts) {
  HighlightedText snippet{shown, {}};
  if (auto const at = shown.find(word); !word.empty() && at != std::string::npos) {
    snippet.highlights.push_back({at, at + word.size()});
  }
  return distinctive_words(snippet, texts.front(), texts);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(text_fragment)

BOOST_AUTO_TEST_CASE(the_words_begin_with_the_match) {
  BOOST_TEST(words_for("…the grey heron stood in the reeds…", "heron",
                       {"Once the grey heron stood in the reeds and waited."}) == "heron stood in the");
}

BOOST_AUTO_TEST_CASE(a_run_that_stands_twice_grows_until_it_is_the_only_one) {
  BOOST_TEST(words_for("a heron stood in the reeds", "heron",
                       {"a heron stood in the reeds", "A Heron stood in  the water."}) ==
             "heron stood in the reeds");
  BOOST_TEST(words_for("one two three four five", "one",
                       {"one two three four five", "one two three four five"}) == "");
}

BOOST_AUTO_TEST_CASE(the_words_stay_within_their_block) {
  BOOST_TEST(words_for("in the end the heron Another block", "heron",
                       {"in the end the heron\nAnother block"}) == "the end the heron");
  BOOST_TEST(words_for("a heron", "heron", {"short\na heron\nmore"}) == "a heron");
}

BOOST_AUTO_TEST_CASE(nothing_highlighted_needs_no_words) {
  BOOST_TEST(words_for("a heron stood", "", {"a heron stood"}) == "");
  BOOST_TEST(words_for("not from there", "there", {"a heron stood"}) == "");
}

BOOST_AUTO_TEST_SUITE_END()
