// Wider readings of a query: which there are, and the order in which a search tries them.
#include "searcher/match/relaxation.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <optional>
#include <string>
#include <vector>

#include "common/index/index_reader.h"
#include "searcher/query/query_parser.h"
#include "tests/searcher/sample_store.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

using List = std::vector<std::string>;

std::vector<SamplePost> const kPosts{
    {"kiln",
     "Firing the kiln",
     "",
     {"Pottery"},
     "<p>Glazes crackle when the kiln cools. The thermometer lies.</p>"},
    {"wheel", "The wheel", "", {"Pottery"}, "<p>Centre the clay, then pull. A glaze hides nothing.</p>"},
    {"loom",
     "Warping a loom",
     "",
     {"Weaving"},
     "<p>Threads under tension; a shuttle and patience. Thermals help.</p>"},
};

// One store for all tests: none changes it.
SampleStore const& sample() {
  static SampleStore const store(kPosts);
  return store;
}

std::vector<QueryNode> parse(std::string const& text) {
  return parse_query(text, {}).wanted;
}

std::optional<RelaxedQuery> corrected(std::string const& text) {
  return IndexReader(sample().layout()).read([&](Xapian::Database const& database, IndexInfo const& info) {
    QueryPlanner planner(info.languages);
    TimeLimit no_limit;
    auto const wanted = parse(text);
    return correct_words(wanted, planner.plan(wanted, database, no_limit), info.languages, database,
                         no_limit);
  });
}

struct Search {
  std::string query;
  Relaxation relaxation;
  List found;
  std::string corrected{};
  List missing{};
};

std::vector<Search> const kSearches{
    {"kiln", Relaxation::none, {"kiln"}},
    {"thermom", Relaxation::prefix, {"kiln"}},
    {"kiln thermo", Relaxation::prefix, {"kiln"}},
    {"shuttel", Relaxation::typo, {"loom"}, "shuttle"},
    {"the Shuttel of patinece", Relaxation::typo, {"loom"}, "the shuttle of patience"},
    {"title:warpign", Relaxation::typo, {"loom"}, "title:warping"},
    {"kiln thermometer quasar", Relaxation::fewer_words, {"kiln"}, "", {"quasar"}},
    // Words run together are two that stand side by side somewhere.
    {"kilncools", Relaxation::typo, {"kiln"}, "kiln cools"},
    {"kilnthreads", Relaxation::none, {}},
    // A compound that is written nowhere stands for its parts, unless it is a name in code.
    {"tension-patience", Relaxation::typo, {"loom"}, "tension patience"},
    {"tension-patinece", Relaxation::typo, {"loom"}, "tension patience"},
    {"tension_patience", Relaxation::none, {}},
    {"kiln-shuttle", Relaxation::none, {}},
    // A question finds posts by its other words: one is misspelt if a post has all when it is mended.
    {"when do the glazes in a kiln crackel",
     Relaxation::typo,
     {"kiln"},
     "when do the glazes in a kiln crackle"},
    {"do the threads under tension help when glazes crackel", Relaxation::none, {"loom"}},
    // A beginning comes before a slip: "therma" may be either.
    {"therma", Relaxation::prefix, {"loom"}},
    // Beginnings of fewer than three letters stand for too much.
    {"qu", Relaxation::none, {}},
    {"th", Relaxation::none, {}},
    // Half a query is no answer, and a guess at one word does not help an unknown one.
    {"kiln quasar", Relaxation::none, {}},
    {"shuttel quasar", Relaxation::none, {}},
    // Phrases are meant as they stand; so are numbers.
    {"\"shuttel\"", Relaxation::none, {}},
    {"\"kiln shuttle\"", Relaxation::none, {}},
    {"shuttle42", Relaxation::none, {}},
    // A known word that the filters keep away is not misspelt.
    {"shuttle category:pottery", Relaxation::none, {}},
    {"shuttel category:weaving", Relaxation::typo, {"loom"}, "shuttle category:weaving"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(relaxation)

BOOST_AUTO_TEST_CASE(the_last_word_is_read_as_a_beginning) {
  auto const reading = complete_last_word(parse("clay thermom"));
  BOOST_REQUIRE(reading.has_value());
  BOOST_TEST(reading->wanted.front().kind == NodeKind::word);
  BOOST_TEST(reading->wanted.back().kind == NodeKind::prefix);
  BOOST_TEST(reading->corrections.empty());
}

BOOST_AUTO_TEST_CASE(only_a_single_word_of_three_bytes_can_be_a_beginning) {
  for (auto const* const query :
       {"", "\"clay pot\"", "clay (pot OR jug)", "clay po", "clay write-ahead", "po*"}) {
    BOOST_TEST_CONTEXT("query " << query) {
      BOOST_TEST(!complete_last_word(parse(query)).has_value());
    }
  }
}

BOOST_AUTO_TEST_CASE(a_correction_names_the_bytes_it_replaces) {
  auto const reading = corrected("é kiln  shuttel");
  BOOST_TEST(!reading.has_value());  // nothing is near "é"
  auto const fixed = corrected("kiln  shuttel thermomteer");
  BOOST_REQUIRE(fixed.has_value());
  BOOST_REQUIRE(fixed->corrections.size() == 2u);
  BOOST_TEST(fixed->corrections[0].begin == 6u);
  BOOST_TEST(fixed->corrections[0].end == 13u);
  BOOST_TEST(fixed->corrections[0].word == "shuttle");
  BOOST_TEST(fixed->corrections[1].begin == 14u);
  BOOST_TEST(fixed->corrections[1].word == "thermometer");
  BOOST_TEST(fixed->wanted[1].words.front().text == "shuttle");
  BOOST_TEST(fixed->wanted[0].words.front().text == "kiln");
}

BOOST_AUTO_TEST_CASE(words_are_corrected_within_groups) {
  auto const reading = corrected("(shuttel OR kiln) patinece");
  BOOST_REQUIRE(reading.has_value());
  BOOST_TEST(reading->corrections.size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_query_of_mostly_unknown_words_is_not_corrected) {
  BOOST_TEST(corrected("shuttel patinece thermomteer").has_value());
  BOOST_TEST(!corrected("shuttel patinece thermomteer warpign").has_value());
}

BOOST_AUTO_TEST_CASE(parts_of_a_compound_are_words_of_the_query) {
  auto const reading = corrected("loom tension-patience");
  BOOST_REQUIRE(reading.has_value());
  BOOST_TEST(reading->wanted.size() == 3u);
  BOOST_REQUIRE(reading->corrections.size() == 1u);
  BOOST_TEST(reading->corrections.front().begin == 5u);
  BOOST_TEST(reading->corrections.front().word == "tension patience");
}

BOOST_AUTO_TEST_CASE(a_query_of_known_words_needs_no_correction) {
  for (auto const* const query : {"kiln shuttle", "glazed", "the of", ""}) {
    BOOST_TEST_CONTEXT("query " << query) {
      BOOST_TEST(!corrected(query).has_value());
    }
  }
}

BOOST_DATA_TEST_CASE(a_search_takes_the_first_step_that_finds_something, kSearches, search) {
  auto const& store = sample();
  auto const results = store.search(search.query);
  BOOST_TEST(results.relaxation == search.relaxation);
  BOOST_TEST(slugs(results) == search.found, boost::test_tools::per_element());
  BOOST_TEST(results.total == search.found.size());
  BOOST_TEST(results.corrected_query.value_or("") == search.corrected);
  BOOST_TEST(results.missing_words == search.missing, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_dead_end_offers_the_words_that_are_known) {
  auto const& store = sample();
  BOOST_TEST(store.search("kiln quasar").did_you_mean.value_or("") == "kiln");
  BOOST_TEST(store.search("kiln shuttle").did_you_mean.value_or("") == "kiln");  // in no post together
  BOOST_TEST(!store.search("quasar").did_you_mean.has_value());
  BOOST_TEST(!store.search("quasar pulsar").did_you_mean.has_value());
  BOOST_TEST(!store.search("kiln quasar category:weaving").did_you_mean.has_value());
  BOOST_TEST(!store.search("shuttel").did_you_mean.has_value());
}

BOOST_AUTO_TEST_CASE(what_an_author_misspelt_is_found_and_the_usual_spelling_offered) {
  std::vector<SamplePost> posts{{"slip", "Night shift", "", {}, "<p>The compacton ran twice, quietly.</p>"}};
  for (int i = 0; i < 20; ++i) {
    posts.push_back({"p" + std::to_string(i), "Entry", "", {}, "<p>Notes on compaction.</p>"});
  }
  SampleStore const store(posts);
  auto const misspelt = store.search("compacton");
  BOOST_TEST(slugs(misspelt) == List{"slip"}, boost::test_tools::per_element());
  BOOST_TEST(misspelt.relaxation == Relaxation::none);
  BOOST_TEST(misspelt.did_you_mean.value_or("") == "compaction");
  BOOST_TEST(!store.search("compaction").did_you_mean.has_value());
  BOOST_TEST(!store.search("twice").did_you_mean.has_value());
  // Words that stand in one post are what was meant; together in none, they are not.
  BOOST_TEST(!store.search("compacton quietly").did_you_mean.has_value());
  BOOST_TEST(store.search("compacton entry").did_you_mean.value_or("") == "compaction entry");
}

BOOST_AUTO_TEST_SUITE_END()
