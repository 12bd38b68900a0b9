#include "common/text/display_width.h"

#include <boost/test/unit_test.hpp>

namespace pressmark {
namespace {

BOOST_AUTO_TEST_SUITE(display_width)

BOOST_AUTO_TEST_CASE(wide_characters_and_emoji_take_two_columns) {
  BOOST_TEST(columns_of("plain") == 5U);
  BOOST_TEST(columns_of("한국어") == 6U);
  BOOST_TEST(columns_of("かな ｶﾅ") == 7U);
  BOOST_TEST(columns_of("🚀") == 2U);
  BOOST_TEST(columns_of(U'\u231A') == 2U);  // a watch, an emoji below the planes of emoji
  BOOST_TEST(columns_of(U'\u2705') == 2U);  // a check mark
  BOOST_TEST(columns_of(U'\U0001FAE0') == 2U);
}

BOOST_AUTO_TEST_CASE(signs_that_are_shown_as_text_take_one_column) {
  BOOST_TEST(columns_of(U'\u2600') == 1U);      // the sun
  BOOST_TEST(columns_of(U'\U0001F321') == 1U);  // a thermometer
  BOOST_TEST(columns_of(U'\u4DC0') == 1U);      // a hexagram
  BOOST_TEST(columns_of("…–“”") == 4U);
}

BOOST_AUTO_TEST_CASE(what_combines_with_the_character_before_takes_none) {
  BOOST_TEST(columns_of("e\xCC\x81") == 1U);
  BOOST_TEST(columns_of("นี้") == 1U);                   // Thai, with a vowel and a tone above
  BOOST_TEST(columns_of("\u1112\u1161\u11AB") == 2U);  // a Hangul syllable in three parts
  BOOST_TEST(columns_of("\u200B") == 0U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pressmark
