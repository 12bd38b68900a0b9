// Threads and memory of indexing.
#include "operations/change/job_settings.h"

#include <boost/test/unit_test.hpp>

using namespace pressmark;

namespace {

UpdateOptions divided(std::size_t threads, double megabytes) {
  UpdateOptions options;
  divide_memory({.threads = threads, .memory_megabytes = megabytes}, options);
  return options;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(job_settings)

BOOST_AUTO_TEST_CASE(as_many_threads_as_are_wanted_work_where_memory_lets_them) {
  BOOST_TEST(divided(1, 4'096).threads == 1U);
  BOOST_TEST(divided(3, 4'096).threads == 3U);
  BOOST_TEST(divided(8, 256).threads == 2U);
  BOOST_TEST(divided(8, 16).threads == 1U);
}

BOOST_AUTO_TEST_CASE(more_memory_lets_more_postings_wait_and_less_never_none) {
  BOOST_TEST(divided(2, 1'024).memory_bytes > divided(2, 512).memory_bytes);
  BOOST_TEST(divided(2, 512).memory_bytes < std::size_t{512} << 20);
  BOOST_TEST(divided(2, 1).memory_bytes >= std::size_t{16} << 20);
}

BOOST_AUTO_TEST_SUITE_END()
