// Which queries are kept, in which form.
#include "common/query_log/answered_search.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/support/printing.h"

using namespace pressmark;

namespace {

struct Spelling {
  std::string text;
  std::string query;
  std::string key;
};
Spelling const kSpellings[] = {
    {"GraphQL", "GraphQL", "graphql"},
    {"  rename \t file ", "rename file", "rename file"},
    {"Façade OR  FACADE", "Façade OR FACADE", "facade or facade"},
    {"\"std::vector<int>\"", "\"std::vector<int>\"", "\"std::vector<int>\""},
    {"two\nlines", "two lines", "two lines"},
    {"bell\x07 and \x1b[31mred", "bell and [31mred", "bell and [31mred"},
};

std::string const kNoQueries[] = {"", "  ", "\t\n", "\xc2\xad", std::string(kMaxLoggedBytes + 1, 'a')};

}  // namespace

BOOST_AUTO_TEST_SUITE(answered_search)

BOOST_DATA_TEST_CASE(a_query_is_kept_on_one_line_beside_its_folded_form,
                     boost::unit_test::data::make(kSpellings), one) {
  auto const search = pressmark::answered_search(one.text, {});
  BOOST_REQUIRE(search);
  BOOST_TEST(search->query == one.query);
  BOOST_TEST(search->key == one.key);
}

BOOST_DATA_TEST_CASE(what_is_no_query_is_not_kept, boost::unit_test::data::make(kNoQueries), text) {
  BOOST_TEST(!pressmark::answered_search(text, {}));
}

BOOST_AUTO_TEST_CASE(every_outcome_has_a_name_of_its_own) {
  for (auto const outcome : {SearchOutcome::found, SearchOutcome::nothing, SearchOutcome::prefix,
                             SearchOutcome::typo, SearchOutcome::fewer_words}) {
    BOOST_TEST(find_outcome(outcome_name(outcome)) == outcome);
  }
  BOOST_TEST(!find_outcome("lost"));
}

BOOST_AUTO_TEST_SUITE_END()
