// Highlighted text as HTML, as code points and for terminals.
#include "present/highlight.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/support/printing.h"

namespace pressmark {
namespace {

using Ranges = std::vector<std::pair<std::size_t, std::size_t>>;

struct Case {
  char const* what;
  HighlightedText given;
  char const* html;
  Ranges code_points;
};

Case const kCases[] = {
    {"nothing", {"", {}}, "", {}},
    {"no highlight", {"plain words", {}}, "plain words", {}},
    {"one word", {"rename the file", {{11, 15}}}, "rename the <mark>file</mark>", {{11, 15}}},
    {"all of it", {"file", {{0, 4}}}, "<mark>file</mark>", {{0, 4}}},
    {"markup in the text",
     {"a <script>alert('x')</script> & \"b\"", {}},
     "a &lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;b&quot;",
     {}},
    {"markup in the highlight",
     {"see <script> here", {{4, 12}}},
     "see <mark>&lt;script&gt;</mark> here",
     {{4, 12}}},
    {"code points are not bytes", {"für Größe", {{5, 12}}}, "für <mark>Größe</mark>", {{4, 9}}},
    {"emoji count one",
     {"🚀🚀 go 🚀", {{9, 11}, {12, 16}}},
     "🚀🚀 <mark>go</mark> <mark>🚀</mark>",
     {{3, 5}, {6, 7}}},
    {"overlapping ranges become one", {"abcdef", {{0, 3}, {2, 5}}}, "<mark>abcde</mark>f", {{0, 5}}},
    {"touching ranges become one", {"abcdef", {{0, 3}, {3, 5}}}, "<mark>abcde</mark>f", {{0, 5}}},
    {"contained ranges vanish", {"abcdef", {{0, 5}, {1, 2}}}, "<mark>abcde</mark>f", {{0, 5}}},
    {"order does not matter",
     {"abcdef", {{4, 5}, {0, 1}}},
     "<mark>a</mark>bcd<mark>e</mark>f",
     {{0, 1}, {4, 5}}},
    {"empty ranges vanish", {"abc", {{1, 1}}}, "abc", {}},
    {"inverted ranges vanish", {"abc", {{2, 1}}}, "abc", {}},
    {"beyond the end is cut", {"abc", {{1, 99}, {50, 60}}}, "a<mark>bc</mark>", {{1, 3}}},
    {"never inside a code point", {"aüb", {{0, 2}}}, "<mark>a</mark>üb", {{0, 1}}},
};

BOOST_AUTO_TEST_SUITE(highlight)

BOOST_DATA_TEST_CASE(is_escaped_html_but_for_mark, boost::unit_test::data::make(kCases), c) {
  BOOST_TEST(highlight_html(c.given) == c.html);
}

BOOST_DATA_TEST_CASE(counts_in_code_points, boost::unit_test::data::make(kCases), c) {
  BOOST_TEST(highlight_code_points(c.given) == c.code_points);
}

BOOST_DATA_TEST_CASE(pieces_joined_are_the_text, boost::unit_test::data::make(kCases), c) {
  std::string joined;
  for (auto const& piece : text_pieces(c.given)) {
    BOOST_TEST(!piece.text.empty());
    joined += piece.text;
  }
  BOOST_TEST(joined == c.given.text);
}

BOOST_AUTO_TEST_CASE(puts_highlights_on_top_of_the_rendition_of_the_text) {
  HighlightedText const text{"rename it", {{0, 6}}};
  BOOST_TEST(highlight_ansi(text, "", "1;31") == "\x1b[1;31mrename\x1b[0m it");
  BOOST_TEST(highlight_ansi(text, "2", "31") == "\x1b[2;31mrename\x1b[0m\x1b[2m it\x1b[0m");
}

BOOST_AUTO_TEST_CASE(leaves_text_without_a_rendition_as_it_is) {
  BOOST_TEST(ansi_styled("words", "") == "words");
  BOOST_TEST(ansi_styled("", "1") == "");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pressmark
