// Sizes in their units.
#include "present/text/bytes_text.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

using namespace pressmark;

namespace {

struct Size {
  std::uintmax_t bytes;
  char const* text;
};
std::ostream& operator<<(std::ostream& out, Size const& size) {
  return out << size.bytes;
}
Size const kSizes[] = {{0, "0 B"},
                       {999, "999 B"},
                       {1000, "1.0 kB"},
                       {1250, "1.2 kB"},
                       {999'949, "999.9 kB"},
                       {999'950, "1.0 MB"},
                       {5'000'000'000'000'000, "5000.0 TB"}};

}  // namespace

BOOST_AUTO_TEST_SUITE(bytes_text)

BOOST_DATA_TEST_CASE(sizes_have_a_unit_people_can_read, boost::unit_test::data::make(kSizes), size) {
  BOOST_TEST(pressmark::bytes_text(size.bytes) == size.text);
}

BOOST_AUTO_TEST_SUITE_END()
