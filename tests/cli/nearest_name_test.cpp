// Finding the name that was meant.
#include "cli/nearest_name.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <vector>

using namespace pressmark;

namespace {

struct Distance {
  char const* one;
  char const* other;
  std::size_t edits;
};
std::ostream& operator<<(std::ostream& out, Distance const& d) {
  return out << d.one << "/" << d.other;
}
Distance const kDistances[] = {{"", "", 0},
                               {"", "abc", 3},
                               {"search", "search", 0},
                               {"serch", "search", 1},
                               {"searchh", "search", 1},
                               {"saerch", "search", 1},
                               {"stats", "eval", 4},
                               {"ab", "ba", 1}};

std::vector<std::string> const kNames{"index", "search", "stats", "eval", "export"};

}  // namespace

BOOST_AUTO_TEST_SUITE(nearest_name)

BOOST_DATA_TEST_CASE(counts_edits_in_both_directions, boost::unit_test::data::make(kDistances), d) {
  BOOST_TEST(edit_distance(d.one, d.other) == d.edits);
  BOOST_TEST(edit_distance(d.other, d.one) == d.edits);
}

BOOST_AUTO_TEST_CASE(a_slip_of_the_finger_is_understood) {
  BOOST_TEST(pressmark::nearest_name("serach", kNames).value_or("") == "search");
  BOOST_TEST(pressmark::nearest_name("exprot", kNames).value_or("") == "export");
  BOOST_TEST(pressmark::nearest_name("stat", kNames).value_or("") == "stats");
}

BOOST_AUTO_TEST_CASE(what_resembles_nothing_has_no_nearest_name) {
  BOOST_TEST(!pressmark::nearest_name("frobnicate", kNames).has_value());
  BOOST_TEST(!pressmark::nearest_name("", kNames).has_value());
  BOOST_TEST(!pressmark::nearest_name("index", {}).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
