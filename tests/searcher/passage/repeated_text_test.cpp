// The sentences that a site repeats, found in a text.
#include "searcher/passage/repeated_text.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>

#include "tests/support/printing.h"

using namespace pressmark;

namespace {

Boilerplate boilerplate_of(std::string const& line) {
  Analysis analysis;
  Analyzer().analyze(line, TextKind::prose, analysis);
  std::vector<Shingle> shingles;
  find_shingles(analysis, shingles);
  Boilerplate boilerplate;
  for (auto const& shingle : shingles)
    boilerplate.shingles.push_back(shingle_of_site(short_hash("site"), shingle.hash));
  std::sort(boilerplate.shingles.begin(), boilerplate.shingles.end());
  return boilerplate;
}

std::vector<std::string> sentences_in(std::string const& text, std::string const& site = "site") {
  auto const boilerplate = boilerplate_of("I am Ada, a maker of pins");
  Analysis analysis;
  Analyzer().analyze(text, TextKind::prose, analysis);
  std::vector<std::string> found;
  for (auto const& [all, words] : RepeatedText(boilerplate, site).find(text, analysis)) {
    found.push_back(text.substr(all.begin, all.end - all.begin));
    BOOST_TEST((words.begin >= all.begin && words.end <= all.end));
  }
  return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(repeated_text)

BOOST_AUTO_TEST_CASE(the_whole_sentence_of_a_repeated_run_of_words_is_found) {
  struct {
    std::string text;
    std::vector<std::string> sentences;
  } const cases[] = {
      {"I am Ada, a maker of pins.", {"I am Ada, a maker of pins."}},
      {"Hello. I am Ada, a maker of pins, and we look at logs. Then more.",
       {"I am Ada, a maker of pins, and we look at logs. "}},
      {"Here i am ada: a maker of pins", {"Here i am ada: a maker of pins"}},
      {"I am Ada. A maker of pins I am. End.", {"I am Ada. A maker of pins I am. "}},
      {"I am Ada, a maker of pins. I am Ada, a maker of pins.",
       {"I am Ada, a maker of pins. ", "I am Ada, a maker of pins."}},
      {"I am Eve, a maker of pins.", {}},
      {"", {}},
  };
  for (auto const& [text, sentences] : cases)
    BOOST_TEST(sentences_in(text) == sentences, boost::test_tools::per_element());
  BOOST_TEST(sentences_in("I am Ada, a maker of pins.", "another site").empty());
}

BOOST_AUTO_TEST_CASE(a_run_goes_from_one_repeated_sentence_to_the_next) {
  std::vector<RepeatedSentence> const repeated = {{{10, 20}, {12, 18}}, {{50, 60}, {50, 58}}};
  BOOST_TEST(run_around(0, 100, repeated) == (TextRange{0, 10}));
  BOOST_TEST(run_around(20, 100, repeated) == (TextRange{20, 50}));
  BOOST_TEST(run_around(99, 100, repeated) == (TextRange{60, 100}));
  BOOST_TEST(run_around(5, 100, {}) == (TextRange{0, 100}));
}

BOOST_AUTO_TEST_SUITE_END()
