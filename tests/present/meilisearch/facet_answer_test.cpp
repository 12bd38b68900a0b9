// Values of a facet by the beginning of a word.
#include "present/meilisearch/facet_answer.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/printing.h"

using namespace pressmark;

namespace {

SearchResults counted() {
  SearchResults results;
  results.facets["categories"] = {{"Site Search", 4}, {"Storage", 3}, {"Façades", 2}, {"Web/Search", 1}};
  return results;
}

// Joined by bars.
std::string values_of(nlohmann::json const& answer) {
  std::string values;
  for (auto const& hit : answer["facetHits"]) {
    values += (values.empty() ? "" : "|") + hit["value"].get<std::string>();
  }
  return values;
}

struct Asked {
  char const* beginning;
  char const* expected;  // values
};
Asked const kCases[] = {
    {"", "Site Search|Storage|Façades|Web/Search"},
    {"sea", "Site Search|Web/Search"},
    {"S", "Site Search|Storage|Web/Search"},
    {"facade", "Façades"},
    {"site s", "Site Search"},
    {"earch", ""},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(facet_answer)

BOOST_DATA_TEST_CASE(values_have_a_word_that_begins_so, boost::unit_test::data::make(kCases), one) {
  auto const answer =
      nlohmann::json::parse(pressmark::facet_answer(counted(), {"categories", one.beginning}));
  BOOST_TEST(values_of(answer) == one.expected);
}

BOOST_AUTO_TEST_CASE(counts_stand_beside_values) {
  auto const answer = nlohmann::json::parse(pressmark::facet_answer(counted(), {"categories", "sto"}));
  BOOST_TEST(answer["facetHits"][0]["count"] == 3);
  BOOST_TEST(answer["facetQuery"] == "sto");
}

BOOST_AUTO_TEST_CASE(a_facet_that_no_post_has_is_without_values) {
  auto const answer = nlohmann::json::parse(pressmark::facet_answer(SearchResults{}, {"author", ""}));
  BOOST_TEST(answer["facetHits"].empty());
  BOOST_TEST(answer["facetQuery"].is_null());
}

BOOST_AUTO_TEST_SUITE_END()
