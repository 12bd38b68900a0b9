// Which words a link into a page without anchors names.
#include "searcher/passage/text_fragment.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

using namespace pressmark;

namespace {

// The words chosen for `word` where it first stands in the first of `texts`.
std::string words_for(std::string const& word, std::vector<std::string> const& texts) {
  return distinctive_words(texts.front().find(word), texts.front(), texts);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(text_fragment)

BOOST_AUTO_TEST_CASE(the_words_begin_with_the_match) {
  BOOST_TEST(words_for("heron", {"Once the grey heron stood in the reeds and waited."}) ==
             "heron stood in the");
}

BOOST_AUTO_TEST_CASE(a_run_that_stands_twice_grows_until_it_is_the_only_one) {
  BOOST_TEST(words_for("heron", {"a heron stood in the reeds", "A Heron stood in  the water."}) ==
             "heron stood in the reeds");
  BOOST_TEST(words_for("one", {"one two three four five", "one two three four five"}) == "");
}

BOOST_AUTO_TEST_CASE(the_words_stay_within_their_block) {
  BOOST_TEST(words_for("heron", {"in the end the heron\nAnother block"}) == "the end the heron");
  BOOST_TEST(words_for("heron", {"short\na heron\nmore"}) == "a heron");
}

BOOST_AUTO_TEST_CASE(a_place_beyond_the_text_has_no_words) {
  BOOST_TEST(words_for("there", {"a heron stood"}) == "");
}

BOOST_AUTO_TEST_SUITE_END()
