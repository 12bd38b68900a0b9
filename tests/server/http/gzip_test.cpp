// Packing, and who wants it.
#include "server/http/gzip.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/support/gzip.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

struct Case {
  char const* accept;
  bool accepts;
};
Case const kCases[] = {
    {"", false},
    {"gzip", true},
    {"GZIP", true},
    {"gzip, deflate, br", true},
    {"br;q=1.0, gzip;q=0.5", true},
    {"gzip;q=0", false},
    {"gzip; q=0.000", false},
    {"identity", false},
    {"*", true},
    {"*;q=0", false},
    {"*, gzip;q=0", false},
    {"gzipped", false},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(gzip)

BOOST_DATA_TEST_CASE(is_used_where_it_is_accepted, boost::unit_test::data::make(kCases), one) {
  BOOST_TEST(accepts_gzip(one.accept) == one.accepts);
}

BOOST_AUTO_TEST_CASE(gives_the_same_bytes_back) {
  std::string text;
  for (int i = 0; i < 1'000; ++i) text += "line " + std::to_string(i) + '\n';
  auto const packed = pack_gzip(text);
  BOOST_REQUIRE(packed.has_value());
  BOOST_TEST(packed->size() < text.size());
  BOOST_TEST(gunzip(*packed) == text);
}

BOOST_AUTO_TEST_CASE(is_left_out_where_it_saves_nothing) {
  BOOST_TEST(!pack_gzip("").has_value());
  BOOST_TEST(!pack_gzip("ab").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
