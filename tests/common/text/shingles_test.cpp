// Runs of words that tell repeated text.
#include "common/text/shingles.h"

#include <boost/test/unit_test.hpp>
#include <set>
#include <string>
#include <vector>

#include "tests/support/printing.h"

using namespace pressmark;

namespace {

struct Found {
  std::vector<std::string> texts;
  std::vector<std::uint64_t> hashes;
};

Found shingles_of(std::string const& text) {
  Analysis analysis;
  Analyzer().analyze(text, TextKind::prose, analysis);
  std::vector<Shingle> shingles;
  find_shingles(analysis, shingles);
  Found found;
  for (auto const& shingle : shingles) {
    found.texts.push_back(text.substr(shingle.begin, shingle.end - shingle.begin));
    found.hashes.push_back(shingle.hash);
  }
  return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(shingles)

BOOST_AUTO_TEST_CASE(every_six_words_in_a_row_are_one) {
  auto const found = shingles_of("Hello, I'm Ada: a maker of fine needles.");
  BOOST_TEST(
      found.texts == (std::vector<std::string>{"Hello, I'm Ada: a maker of", "I'm Ada: a maker of fine",
                                               "Ada: a maker of fine needles"}),
      boost::test_tools::per_element());
  BOOST_TEST(std::set(found.hashes.begin(), found.hashes.end()).size() == 3U);
}

BOOST_AUTO_TEST_CASE(a_short_text_is_one_as_a_whole_and_a_shorter_one_is_none) {
  BOOST_TEST(shingles_of("Start a conversation →").texts == std::vector<std::string>{"Start a conversation"},
             boost::test_tools::per_element());
  BOOST_TEST(shingles_of("one two three four five").texts.size() == 1U);
  BOOST_TEST(shingles_of("Read more").texts.empty());
  BOOST_TEST(shingles_of("").texts.empty());
}

BOOST_AUTO_TEST_CASE(the_same_words_have_the_same_hash_in_any_spelling_and_place) {
  auto const line = shingles_of("I'm Ada, an AI solutions architect").hashes;
  BOOST_REQUIRE(line.size() == 1U);
  for (std::string const text :
       {"I’m ADA — an ai Solutions architect!", "Well: I'm Ada, an AI solutions architect.",
        "I'm Ada, an AI solutions architect, and more"}) {
    auto const hashes = shingles_of(text).hashes;
    BOOST_TEST((std::find(hashes.begin(), hashes.end(), line.front()) != hashes.end()), text);
  }
}

BOOST_AUTO_TEST_CASE(other_words_or_another_order_have_another_hash) {
  auto const line = shingles_of("one two three four five six").hashes;
  for (std::string const text : {"two one three four five six", "one two three four five seven",
                                 "one two three four five", "onetwo three four five six seven"}) {
    BOOST_TEST(shingles_of(text).hashes != line, text);
  }
}

BOOST_AUTO_TEST_CASE(two_characters_without_spaces_count_as_a_word) {
  BOOST_TEST(shingles_of("日本語で書かれた文章").texts.size() == 1U);
  auto const found = shingles_of("日本語で書かれた文章をここで読む");
  BOOST_TEST(found.texts.size() == 5U);
  BOOST_TEST(found.texts.front() == "日本語で書かれた文章をこ");
}

BOOST_AUTO_TEST_SUITE_END()
