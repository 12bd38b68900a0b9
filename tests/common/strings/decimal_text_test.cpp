#include "common/strings/decimal_text.h"

#include <boost/test/unit_test.hpp>
#include <limits>

namespace pressmark {
namespace {

BOOST_AUTO_TEST_SUITE(decimal_text)

BOOST_AUTO_TEST_CASE(a_figure_has_its_decimals_and_is_rounded) {
  BOOST_TEST(pressmark::decimal_text(0.8754, 3) == "0.875");
  BOOST_TEST(pressmark::decimal_text(0.8756, 3) == "0.876");
  BOOST_TEST(pressmark::decimal_text(12, 1) == "12.0");
  BOOST_TEST(pressmark::decimal_text(-0.5, 2) == "-0.50");
  BOOST_TEST(pressmark::decimal_text(99.6, 0) == "100");
}

BOOST_AUTO_TEST_CASE(the_largest_figure_fits) {
  BOOST_TEST(pressmark::decimal_text(std::numeric_limits<double>::lowest(), 3).size() == 314U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pressmark
