#include "common/url/percent_encoding.h"

#include <array>
#include <boost/test/unit_test.hpp>

namespace pressmark {
namespace {

struct Case {
  std::string_view input;
  std::string_view want;
};

BOOST_AUTO_TEST_SUITE(percent_encoding)

BOOST_AUTO_TEST_CASE(decodes_what_is_escaped_and_nothing_else) {
  for (auto const& c : std::to_array<Case>({{"my%20feed.xml", "my feed.xml"},
                                            {"%41%2f%2F%c3%a9", "A//é"},
                                            {"%ff", "\xff"},
                                            {"100%", "100%"},
                                            {"%2", "%2"},
                                            {"%zz%%41", "%zz%A"},
                                            {"a+b", "a+b"}})) {
    BOOST_TEST_CONTEXT(c.input) {
      BOOST_TEST(percent_decoded(c.input) == c.want);
    }
  }
}

BOOST_AUTO_TEST_CASE(escapes_what_the_place_does_not_allow) {
  BOOST_TEST(percent_encoded("a b/é?~", kUnreserved) == "a%20b%2F%C3%A9%3F~");
  BOOST_TEST(percent_encoded("a b/é?~", kPathBytes) == "a%20b/%C3%A9%3F~");
  BOOST_TEST(percent_encoded("a b/é?~", kFragmentBytes) == "a%20b/%C3%A9?~");
  BOOST_TEST(percent_encoded("a%20 b\x7f", kVisibleAscii) == "a%20%20b%7F");
  BOOST_TEST(percent_encoded("a é#", kAllBytes.without("#")) == "a é%23");
}

BOOST_AUTO_TEST_CASE(every_byte_survives_its_escape) {
  for (int byte = 0; byte < 256; ++byte) {
    std::string const text(1, static_cast<char>(byte));
    BOOST_TEST(percent_decoded(percent_encoded(text, ByteSet())) == text);
    BOOST_TEST(percent_encoded(text, kAllBytes) == text);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pressmark
