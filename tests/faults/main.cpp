// The entry point of the fault tests: like that of the unit tests, but its status tells of skipped ones.
#define BOOST_TEST_MODULE faults
#define BOOST_TEST_NO_MAIN
#include <boost/test/unit_test.hpp>

#include "skip.h"

int main(int argc, char** argv) {
  auto const status = boost::unit_test::unit_test_main([] { return true; }, argc, argv);
  return status == 0 && pressmark::was_anything_skipped() ? pressmark::kExitSkipped : status;
}
