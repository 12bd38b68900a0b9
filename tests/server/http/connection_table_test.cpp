// Connections by what they wait for.
#include "server/http/connection_table.h"

#include <boost/test/unit_test.hpp>

using namespace pressmark;
using namespace std::chrono_literals;

namespace {

using Phase = ConnectionTable::Phase;
ConnectionTable::Time const kStart{};
char const kIds[4]{};  // whose addresses are the connections' names

// Connections 0 to 3 with the sockets 10 to 13, each a second after the one before.
ConnectionTable four() {
  ConnectionTable table;
  for (int i = 0; i < 4; ++i) table.add(&kIds[i], 10 + i, kStart + i * 1s);
  return table;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(connection_table)

BOOST_AUTO_TEST_CASE(room_is_made_by_who_has_owed_a_request_for_longest) {
  auto table = four();
  table.enter(&kIds[0], Phase::answering, kStart + 4s);
  table.enter(&kIds[1], Phase::answering, kStart + 5s);
  table.enter(&kIds[1], Phase::reading, kStart + 6s);
  BOOST_TEST(table.take_longest_reading().value() == 12);
  BOOST_TEST(table.take_longest_reading().value() == 13);
  BOOST_TEST(table.take_longest_reading().value() == 11);
  BOOST_TEST(!table.take_longest_reading());  // an answer is never cut off for somebody else
}

BOOST_AUTO_TEST_CASE(those_are_overdue_that_have_been_in_a_phase_for_too_long) {
  auto table = four();
  table.enter(&kIds[1], Phase::answering, kStart + 4s);
  BOOST_TEST(table.take_overdue(Phase::reading, 2s, kStart + 2s).empty());
  BOOST_TEST(table.take_overdue(Phase::reading, 2s, kStart + 4500ms) == (std::vector{10, 12}),
             boost::test_tools::per_element());
  BOOST_TEST(table.take_overdue(Phase::answering, 2s, kStart + 7s) == std::vector{11},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(nobody_is_ended_twice_or_comes_back) {
  auto table = four();
  BOOST_TEST(table.take_overdue(Phase::reading, 0s, kStart + 9s).size() == 4U);
  table.enter(&kIds[0], Phase::reading, kStart + 10s);
  BOOST_TEST(table.take_overdue(Phase::reading, 0s, kStart + 20s).empty());
  BOOST_TEST(!table.take_longest_reading());
  BOOST_TEST(table.size() == 4U);  // until the daemon has closed them
}

BOOST_AUTO_TEST_CASE(what_has_been_removed_is_forgotten) {
  auto table = four();
  table.enter(&kIds[3], Phase::answering, kStart + 4s);
  BOOST_TEST(table.count(Phase::answering) == 1U);
  table.remove(&kIds[3]);
  table.remove(&kIds[0]);
  table.remove(&kIds[0]);
  table.enter(&kIds[3], Phase::reading, kStart + 5s);
  BOOST_TEST(table.size() == 2U);
  BOOST_TEST(table.count(Phase::answering) == 0U);
  BOOST_TEST(table.take_longest_reading().value() == 11);
}

BOOST_AUTO_TEST_SUITE_END()
