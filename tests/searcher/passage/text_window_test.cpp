// Where displayed text is cut.
#include "searcher/passage/text_window.h"

#include <boost/test/unit_test.hpp>
#include <random>
#include <string>

#include "common/strings/utf8.h"

using namespace pressmark;

namespace {

std::string shown(std::string_view text, TextWindow const& window) {
  return std::string(text.substr(window.begin, window.end - window.begin));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(text_window)

BOOST_AUTO_TEST_CASE(a_text_that_fits_is_shown_whole) {
  std::string_view const text = "Short enough.";
  auto const window = window_around(text, 3, 5, 80);
  BOOST_TEST(shown(text, window) == text);
  BOOST_TEST(!window.cut_before);
  BOOST_TEST(!window.cut_after);
}

BOOST_AUTO_TEST_CASE(a_window_starts_with_the_sentence_of_the_match) {
  std::string_view const text =
      "The first sentence is about something else entirely. The second names the focus early on. "
      "The third goes on for a while without a point, and the fourth does too.";
  auto const at = text.find("focus");
  auto const window = window_around(text, at, at + 5, 70);
  BOOST_TEST(shown(text, window).starts_with("The second names"));
  BOOST_TEST(!window.cut_before);
}

BOOST_AUTO_TEST_CASE(a_long_sentence_is_cut_between_words) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "word" + std::to_string(i) + " ";
  auto const at = text.find("word40");
  auto const window = window_around(text, at, at + 6, 80);
  auto const part = shown(text, window);
  BOOST_TEST(part.find("word40") != std::string::npos);
  BOOST_TEST(window.cut_before);
  BOOST_TEST(window.cut_after);
  BOOST_TEST(part.size() <= 80u);
  BOOST_TEST(part.starts_with("word"));
  BOOST_TEST(text[window.end] == ' ');
}

BOOST_AUTO_TEST_CASE(a_word_behind_the_focus_that_does_not_fit_is_left_out) {
  std::string_view const text = "One little focus disproportionately far on, then more words than fit.";
  auto const at = text.find("focus");
  BOOST_TEST(shown(text, window_around(text, at, at + 5, 24)) == "One little focus");
  // The last word of a text ends it like a space.
  BOOST_TEST(shown("One little word and a focus", window_around("One little word and a focus", 22, 27, 20))
                 .ends_with(" focus"));
}

BOOST_AUTO_TEST_CASE(a_window_begins_with_a_word_however_far_it_is_indented) {
  std::string_view const text =
      "int main() {\n          return focus(1, 2, 3);\n          // and so on, and so on\n}";
  for (std::size_t max_bytes = 16; max_bytes < 40; ++max_bytes) {
    auto const at = text.find("focus");
    auto const part = shown(text, window_around(text, at, at + 5, max_bytes));
    BOOST_TEST(!part.starts_with(' '), part);
    BOOST_TEST(part.find("focus") != std::string::npos, part);
  }
}

BOOST_AUTO_TEST_CASE(an_abbreviation_does_not_end_a_sentence) {
  std::string_view const text =
      "Many stores, e.g. small ones with a long list of things that nobody reads, keep a focus here and go "
      "on.";
  auto const at = text.find("focus");
  auto const window = window_around(text, at, at + 5, 60);
  BOOST_TEST(!shown(text, window).starts_with("small ones"));
}

BOOST_AUTO_TEST_CASE(the_focus_is_always_inside_and_code_points_stay_whole) {
  std::mt19937 random(11);
  std::string const alphabet[] = {"a", "b", " ", ". ", "é", "中", "🙂", "word ", "\n"};
  for (int round = 0; round < 5'000; ++round) {
    std::string text;
    for (auto count = random() % 120; count-- > 0;) text += alphabet[random() % std::size(alphabet)];
    auto const begin = floor_code_point(text, random() % (text.size() + 1));
    auto const end = floor_code_point(text, std::min(text.size(), begin + random() % 20));
    auto const max_bytes = 20 + random() % 100;
    auto const window = window_around(text, begin, std::max(begin, end), max_bytes);
    BOOST_REQUIRE(window.begin <= window.end);
    BOOST_REQUIRE(window.end <= text.size());
    BOOST_REQUIRE(is_valid_utf8(shown(text, window)));
    BOOST_REQUIRE(window.begin <= begin);
  }
}

BOOST_AUTO_TEST_SUITE_END()
