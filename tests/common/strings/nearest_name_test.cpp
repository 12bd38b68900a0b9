// Finding the name that was meant.
#include "common/strings/nearest_name.h"

#include <boost/test/unit_test.hpp>
#include <vector>

using namespace pressmark;

namespace {

std::vector<std::string> const kNames{"index", "search", "stats", "eval", "export"};

}  // namespace

BOOST_AUTO_TEST_SUITE(nearest_name)

BOOST_AUTO_TEST_CASE(a_slip_of_the_finger_is_understood) {
  BOOST_TEST(pressmark::nearest_name("serach", kNames).value_or("") == "search");
  BOOST_TEST(pressmark::nearest_name("exprot", kNames).value_or("") == "export");
  BOOST_TEST(pressmark::nearest_name("stat", kNames).value_or("") == "stats");
}

BOOST_AUTO_TEST_CASE(a_name_is_measured_in_letters_not_bytes) {
  std::vector<std::string> const names{"größe"};
  BOOST_TEST(pressmark::nearest_name("grösse", names).value_or("") == "größe");
  BOOST_TEST(!pressmark::nearest_name("öäü", names).has_value());
}

BOOST_AUTO_TEST_CASE(the_nearest_name_is_offered_as_a_question) {
  BOOST_TEST(did_you_mean("serach", kNames) == "did you mean search?");
  BOOST_TEST(did_you_mean("frobnicate", kNames) == "");
}

BOOST_AUTO_TEST_CASE(what_resembles_nothing_has_no_nearest_name) {
  BOOST_TEST(!pressmark::nearest_name("frobnicate", kNames).has_value());
  BOOST_TEST(!pressmark::nearest_name("", kNames).has_value());
  BOOST_TEST(!pressmark::nearest_name("index", {}).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
