// Repeats told from first times.
#include "common/query_log/reader_set.h"

#include <boost/test/unit_test.hpp>

#include "query_log_fixture.h"

using namespace pressmark;

BOOST_AUTO_TEST_SUITE(reader_set)

BOOST_AUTO_TEST_CASE(a_reader_asks_a_query_for_the_first_time_once) {
  ReaderSet set;
  BOOST_TEST(set.add(reader(1), *search_for("graphql")));
  BOOST_TEST(!set.add(reader(1), *search_for("GraphQL")));
  BOOST_TEST(!set.add(reader(1), *search_for("graphql", 0)));
  BOOST_TEST(set.add(reader(2), *search_for("graphql")));
  BOOST_TEST(set.add(reader(1), *search_for("sqlite")));
}

BOOST_AUTO_TEST_CASE(a_new_set_knows_nobody) {
  ReaderSet set;
  BOOST_TEST(set.add(reader(1), *search_for("graphql")));
  set = ReaderSet();
  BOOST_TEST(set.add(reader(1), *search_for("graphql")));
}

BOOST_AUTO_TEST_CASE(a_full_set_takes_nobody_in) {
  ReaderSet set;
  std::size_t taken = 0;
  for (std::size_t i = 0; i < ReaderSet::kMaxPairs + 10; ++i) {
    if (set.add(reader(1), *search_for("query " + std::to_string(i)))) ++taken;
  }
  BOOST_TEST(taken == ReaderSet::kMaxPairs);
}

BOOST_AUTO_TEST_SUITE_END()
