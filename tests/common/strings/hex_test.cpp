#include "common/strings/hex.h"

#include <boost/test/unit_test.hpp>

namespace pressmark {
namespace {

BOOST_AUTO_TEST_SUITE(hex)

BOOST_AUTO_TEST_CASE(every_byte_has_two_digits) {
  std::string text;
  append_hex(text, 0x0A);
  append_hex(text, 0xFF);
  append_hex(text, 0xFF, kUpperHexDigits);
  BOOST_TEST(text == "0affFF");
}

BOOST_AUTO_TEST_CASE(capitals_are_no_lower_digits) {
  BOOST_TEST(is_lower_hex_digit('f'));
  BOOST_TEST(is_lower_hex_digit('0'));
  BOOST_TEST(!is_lower_hex_digit('F'));
  BOOST_TEST(!is_lower_hex_digit('g'));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pressmark
