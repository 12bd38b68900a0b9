// Remembers that something was skipped.
#include "skip.h"

#include <boost/test/unit_test.hpp>
#include <iostream>

namespace pressmark {
namespace {

bool anything_skipped = false;

}  // namespace

void skip(std::string const& reason) {
  auto const& test = boost::unit_test::framework::current_test_case();
  std::cout << "skipped " << test.full_name() << ": " << reason << std::endl;
  anything_skipped = true;
}

bool was_anything_skipped() {
  return anything_skipped;
}

}  // namespace pressmark
