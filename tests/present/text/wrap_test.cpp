// Text made printable and wrapped.
#include "present/text/wrap.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "present/highlight.h"
#include "tests/support/printing.h"

namespace pressmark {
namespace {

struct Case {
  char const* what;
  char const* text;
  std::size_t columns;
  std::size_t max_lines;
  std::vector<std::string> lines;
};

Case const kCases[] = {
    {"no text has no lines", "", 10, 3, {}},
    {"text that fits stays whole", "to be sure", 10, 1, {"to be sure"}},
    {"breaks between words", "one two three four", 9, 9, {"one two", "three", "four"}},
    {"a space at the edge is no word", "one two six", 7, 9, {"one two", "six"}},
    {"a long word is broken inside", "abcdefghij", 4, 9, {"abcd", "efgh", "ij"}},
    {"a cut is marked", "one two three four", 9, 2, {"one two", "three…"}},
    {"the mark fits in the line", "abcdefghij", 4, 1, {"abc…"}},
    {"letters are counted, not bytes", "für größere Öfen", 11, 9, {"für größere", "Öfen"}},
    {"wide characters take two columns", "漢字漢字漢字", 8, 9, {"漢字漢字", "漢字"}},
    {"wide characters may break anywhere", "see 漢字漢字漢字", 8, 9, {"see 漢字", "漢字漢字"}},
    {"combining marks take none", "cafe\xCC\x81 noir", 9, 9, {"cafe\xCC\x81 noir"}},
    {"a line holds at least one character", "漢字", 1, 9, {"漢", "字"}},
};

BOOST_AUTO_TEST_SUITE(wrap)

BOOST_DATA_TEST_CASE(breaks_text_into_lines, boost::unit_test::data::make(kCases), c) {
  std::vector<std::string> lines;
  for (auto const& line : wrap_text({c.text, {}}, c.columns, c.max_lines)) lines.push_back(line.text);
  BOOST_TEST(lines == c.lines, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(highlights_follow_their_words_to_the_next_line) {
  auto const lines = wrap_text({"one two three four", {{4, 13}}}, 8, 9);
  BOOST_REQUIRE(lines.size() == 3U);
  BOOST_TEST(highlight_html(lines[0]) == "one <mark>two</mark>");
  BOOST_TEST(highlight_html(lines[1]) == "<mark>three</mark>");
  BOOST_TEST(highlight_html(lines[2]) == "four");
}

BOOST_AUTO_TEST_CASE(the_mark_of_a_cut_is_not_highlighted) {
  BOOST_TEST(highlight_html(clip_text({"abcdefgh", {{0, 8}}}, 4)) == "<mark>abc</mark>…");
}

BOOST_AUTO_TEST_CASE(control_characters_never_reach_the_terminal) {
  BOOST_TEST(printable_text("\x1b[31mred\x1b]0;title\x07 \x7f\xC2\x9B"
                            "2J\b") == "[31mred]0;title 2J");
  BOOST_TEST(printable_text("start\xE2\x80\xAE"
                            "desrever") == "startdesrever");
}

BOOST_AUTO_TEST_CASE(white_space_is_collapsed_and_highlights_move_along) {
  auto const text = printable_text(HighlightedText{"  a\n\n b\tc  ", {{6, 9}}});
  BOOST_TEST(text.text == "a b c");
  BOOST_TEST(highlight_html(text) == "a <mark>b c</mark>");
}

BOOST_AUTO_TEST_CASE(a_highlight_of_nothing_printable_vanishes) {
  BOOST_TEST(printable_text(HighlightedText{"a\x1b b", {{1, 2}}}).highlights.empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pressmark
