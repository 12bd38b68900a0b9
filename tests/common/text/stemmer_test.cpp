// Word families: which words share a stem, across British and American spelling, and which do not.
#include "common/text/stemmer.h"

#include <boost/test/unit_test.hpp>
#include <sstream>
#include <string>
#include <string_view>

using namespace pressmark;

namespace {

// True if all words of `family`, separated by spaces, have the same stem.
void check_one_stem(std::string_view family, std::string const& language) {
  Stemmer stemmer(language);
  std::istringstream words{std::string(family)};
  std::string first, word;
  words >> first;
  std::string const stem(stemmer.stem(first));
  while (words >> word) {
    BOOST_TEST_CONTEXT(first << " and " << word) {
      BOOST_TEST(stemmer.stem(word) == stem);
    }
  }
}

void check_two_stems(std::string_view a, std::string_view b) {
  Stemmer stemmer("en");
  std::string const stem(stemmer.stem(a));
  BOOST_TEST_CONTEXT(a << " and " << b) {
    BOOST_TEST(stemmer.stem(b) != stem);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(stemmer)

BOOST_AUTO_TEST_CASE(british_and_american_spellings_share_a_stem) {
  constexpr std::string_view kFamilies[] = {
      "behaviour behaviours behavioural behaviourally behavior behaviors behavioral",
      "organise organised organises organising organiser organisation organisations organize organization",
      "organisational organizational",
      "monetise monetisation monetize monetization",
      "summarise summarisation summarize summarization",
      "normalise normalised normalisation normalize normalized normalization",
      "formalise formalize",
      "optimise optimised optimiser optimisation optimize optimizer optimization",
      "serialise serialisation serializer serialize",
      "italicise italicize",
      "prioritise prioritised prioritize",
      "analyse analysed analyses analysing analysis analyser analyze analyzed analyzer",
      "paralyse paralyze",
      "colour colours coloured colouring colourful color colors colored coloring colorful",
      "colourise colorize",
      "favour favours favor",
      "favourite favourites favorite favorites",
      "honourable honorable",
      "neighbourhoods neighborhood",
      "labourers laborers",
      "armouries armory armoury",
      "odour odor",
      "centre centres centred centring center centers centered centering",
      "kilometres kilometers",
      "theatres theater",
      "fibres fiber",
      "catalogue catalogued cataloguing catalog catalogs",
      "dialogues dialog",
      "licence licences licensed license",
      "defence defences defense",
      "practise practised practising practice practices",
      "programme programmes program programs",
      "grey greys gray grays",
      "artefacts artifact",
      "judgements judgment",
      "cancelled canceled cancelling canceling cancel",
      "labelled labeled label",
  };
  for (auto const& family : kFamilies) check_one_stem(family, "en");
}

BOOST_AUTO_TEST_CASE(words_that_only_look_british_keep_their_families) {
  constexpr std::string_view kFamilies[] = {
      "four fours",
      "hour hours hourly",
      "your yours",
      "tour tours touring toured",
      "pour poured pouring",
      "rise rises rising",
      "arise arises arising",
      "wise wisely",
      "noise noises",
      "raise raised raising raises",
      "precise precisely precision",
      "concise concisely",
      "exercise exercised exercising exercises",
      "promise promised promising promises",
      "premise premises",
      "advise advised advising adviser",
      "revise revised revising revision",
      "supervise supervised supervision",
      "improvise improvised improvisation",
      "surprise surprised surprising surprisingly",
      "enterprise enterprises",
      "compromise compromised compromising",
      "advertise advertised advertising advertisement",
      "franchise franchised",
      "merchandise merchandising",
      "likewise",
      "contour contours contoured",
      "detour detours",
  };
  for (auto const& family : kFamilies) check_one_stem(family, "en");
}

BOOST_AUTO_TEST_CASE(unrelated_words_keep_apart) {
  constexpr std::string_view kPairs[][2] = {
      {"four", "for"},         {"hour", "hor"},        {"rise", "rize"},           {"prise", "prize"},
      {"expertise", "expert"}, {"prologue", "prolog"}, {"journal", "journey"},     {"wise", "wisdom"},
      {"metre", "met"},        {"genre", "gener"},     {"greyhound", "grayhound"}, {"course", "corse"},
      {"premise", "premier"},  {"size", "sise"},
  };
  for (auto const& [a, b] : kPairs) check_two_stems(a, b);
}

BOOST_AUTO_TEST_CASE(other_languages_are_stemmed_in_their_folded_form) {
  check_one_stem("haus hauser hauses", "de");
  check_one_stem("activite activites", "fr");
  check_one_stem("organizacion organizaciones", "es");
  check_one_stem("informacao informacoes", "pt");
  check_one_stem("книга книги книгу", "ru");
}

BOOST_AUTO_TEST_CASE(words_with_digits_or_signs_stay_as_they_are) {
  Stemmer stemmer("en");
  for (std::string_view const word : {"200ms", "h2s", "c++", "node.js", ".net", "--files", ""}) {
    BOOST_TEST(stemmer.stem(word) == word);
  }
}

BOOST_AUTO_TEST_CASE(a_language_without_stemmer_changes_nothing) {
  for (std::string const language : {"pl", "zh", "", "xx", "porter", "english"}) {
    BOOST_TEST(Stemmer(language).stem("running") == "running");
  }
}

BOOST_AUTO_TEST_CASE(a_stem_does_not_depend_on_what_was_stemmed_before) {
  Stemmer stemmer("en");
  BOOST_TEST(stemmer.stem("organisations") == "organ");
  for (int i = 0; i < 300'000; ++i) {
    std::string word = "w";
    for (int n = i; n > 0; n /= 26) word += static_cast<char>('a' + n % 26);
    BOOST_TEST_REQUIRE(!stemmer.stem(word).empty());
  }
  BOOST_TEST(stemmer.stem("organisations") == "organ");
}

BOOST_AUTO_TEST_SUITE_END()
