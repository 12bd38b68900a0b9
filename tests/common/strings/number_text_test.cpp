#include "common/strings/number_text.h"

#include <boost/test/unit_test.hpp>
#include <cstdint>

namespace pressmark {
namespace {

BOOST_AUTO_TEST_SUITE(number_text)

BOOST_AUTO_TEST_CASE(all_of_a_text_has_to_be_the_number) {
  BOOST_TEST((parse_number<int>("12") == 12));
  BOOST_TEST((parse_number<int>("-12") == -12));
  BOOST_TEST((parse_number<double>("0.5") == 0.5));
  BOOST_TEST((parse_number<std::uint64_t>("ff", 16) == 255));
  for (auto const* text : {"", "+12", " 12", "12 ", "12a", "-", "1.5", "0x1"}) {
    BOOST_TEST(!parse_number<int>(text).has_value(), text);
  }
}

BOOST_AUTO_TEST_CASE(what_the_type_cannot_hold_is_no_number) {
  BOOST_TEST((parse_number<std::uint16_t>("65535") == 65535));
  BOOST_TEST(!parse_number<std::uint16_t>("65536").has_value());
  BOOST_TEST(!parse_number<std::uint16_t>("-1").has_value());
}

BOOST_AUTO_TEST_CASE(takes_a_number_off_the_beginning_of_a_text) {
  std::string_view text = "12:rest";
  BOOST_TEST((take_number<int>(text) == 12));
  BOOST_TEST(text == ":rest");
  BOOST_TEST(!take_number<int>(text).has_value());
  BOOST_TEST(text == ":rest");
  BOOST_TEST((leading_number<int>("7 days") == 7));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pressmark
