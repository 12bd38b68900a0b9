// Whether the connections that are allowed can be had.
#include "server/http/descriptor_limit.h"

#include <boost/test/unit_test.hpp>
#include <sys/resource.h>

using namespace pressmark;

namespace {

// Puts the process's limit back.
struct KeptLimit {
  KeptLimit() { ::getrlimit(RLIMIT_NOFILE, &before); }
  ~KeptLimit() { ::setrlimit(RLIMIT_NOFILE, &before); }
  KeptLimit(KeptLimit const&) = delete;
  KeptLimit& operator=(KeptLimit const&) = delete;
  rlimit before{};
};

void allow(rlim_t files) {
  rlimit limit{};
  ::getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = files;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

rlim_t allowed() {
  rlimit limit{};
  ::getrlimit(RLIMIT_NOFILE, &limit);
  return limit.rlim_cur;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(descriptor_limit)

BOOST_AUTO_TEST_CASE(the_limit_is_raised_as_far_as_connections_need) {
  KeptLimit const kept;
  allow(64);
  BOOST_TEST(affordable_connections(100, 50) == 100U);
  BOOST_TEST(allowed() == 150U);
  BOOST_TEST(affordable_connections(10, 50) == 10U);
  BOOST_TEST(allowed() == 150U);
}

BOOST_AUTO_TEST_CASE(connections_are_fewer_where_the_system_allows_no_more) {
  KeptLimit const kept;
  allow(64);
  auto const most = kept.before.rlim_max;
  BOOST_TEST(affordable_connections(most, 50) == most - 50);
  BOOST_TEST(allowed() == most);
}

BOOST_AUTO_TEST_SUITE_END()
