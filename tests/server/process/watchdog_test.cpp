// WATCHDOG=1: said while requests are answered, and only then.
#include <boost/test/unit_test.hpp>
#include <csignal>
#include <sys/stat.h>

#include "service.h"
#include "tests/server/raw_connection.h"
#include "tests/support/wait_until.h"

using namespace pressmark;
using namespace std::chrono_literals;

namespace {

// What is read of the index from now on never comes.
void let_index_hang(StoreLayout const& layout) {
  std::filesystem::remove(layout.current());
  BOOST_REQUIRE(::mkfifo(layout.current().c_str(), 0600) == 0);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(watchdog)

BOOST_AUTO_TEST_CASE(a_service_that_is_well_says_so_again_and_again) {
  Service const service({.environment = {{"WATCHDOG_USEC", "400000"}}});
  for (int i = 0; i < 5; ++i) BOOST_TEST(service.manager().next_with("WATCHDOG=1").has_value());
}

BOOST_AUTO_TEST_CASE(a_service_that_nobody_watches_says_nothing) {
  Service const service;
  BOOST_TEST(!service.manager().next(1500ms).has_value());
}

BOOST_AUTO_TEST_CASE(a_service_that_hangs_falls_silent_and_the_second_signal_ends_it) {
  Service service({.environment = {{"WATCHDOG_USEC", "400000"}}});
  let_index_hang(service.layout());
  RawConnection const reader(service.port());
  BOOST_REQUIRE(wait_until([&] {
    reader.send("GET /health HTTP/1.1\r\nHost: a\r\n\r\n");
    return service.process().err().find("error: requests hang") != std::string::npos;
  }));
  BOOST_REQUIRE(wait_until([&] { return !service.manager().next(0ms).has_value(); }));
  BOOST_TEST(!service.manager().next(1000ms).has_value());

  service.process().send(SIGTERM);
  BOOST_TEST(service.manager().next_with("STOPPING=1").has_value());
  auto const end = service.stop();
  BOOST_TEST(end.signal == SIGTERM);
}

BOOST_AUTO_TEST_SUITE_END()
