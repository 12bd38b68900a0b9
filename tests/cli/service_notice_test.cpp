// What the service manager and the server tell each other.
#include "cli/service_notice.h"

#include <boost/test/unit_test.hpp>
#include <cstddef>
#include <cstring>
#include <map>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "common/base/file_descriptor.h"
#include "tests/support/printing.h"

using namespace pressmark;
using namespace std::chrono_literals;

namespace {

Environment environment(std::map<std::string, std::string> const& variables) {
  return [variables](std::string const& name) -> std::optional<std::string> {
    auto const found = variables.find(name);
    return found == variables.end() ? std::nullopt : std::optional(found->second);
  };
}

}  // namespace

BOOST_AUTO_TEST_SUITE(service_notice)

BOOST_AUTO_TEST_CASE(a_notice_reaches_the_socket_that_was_named) {
  auto const name = "@pressmark-test-" + std::to_string(::getpid());
  FileDescriptor const manager(::socket(AF_UNIX, SOCK_DGRAM, 0));
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::memcpy(&address.sun_path[1], name.data() + 1, name.size() - 1);
  auto const bytes = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
  BOOST_REQUIRE(::bind(manager.value(), reinterpret_cast<sockaddr const*>(&address), bytes) == 0);

  ServiceNotice(name).send("READY=1");
  std::string received(64, '\0');
  auto const count = ::recv(manager.value(), received.data(), received.size(), MSG_DONTWAIT);
  BOOST_REQUIRE(count > 0);
  BOOST_TEST(received.substr(0, static_cast<std::size_t>(count)) == "READY=1");
}

BOOST_AUTO_TEST_CASE(the_watchdog_is_heard_twice_as_often_as_it_asks) {
  BOOST_TEST(!watchdog_pause(environment({})).has_value());
  BOOST_TEST(watchdog_pause(environment({{"WATCHDOG_USEC", "30000000"}})) == 15s);
  BOOST_TEST(
      !watchdog_pause(environment({{"WATCHDOG_USEC", "30000000"}, {"WATCHDOG_PID", "1"}})).has_value());
}

BOOST_AUTO_TEST_CASE(a_socket_is_taken_only_if_it_is_meant_for_this_process) {
  auto const pid = std::to_string(::getpid());
  BOOST_TEST(has_passed_socket(environment({{"LISTEN_PID", pid}, {"LISTEN_FDS", "1"}})));
  BOOST_TEST(!has_passed_socket(environment({{"LISTEN_PID", "1"}, {"LISTEN_FDS", "1"}})));
  BOOST_TEST(!has_passed_socket(environment({{"LISTEN_PID", pid}, {"LISTEN_FDS", "0"}})));
  BOOST_TEST(!has_passed_socket(environment({})));
}

BOOST_AUTO_TEST_SUITE_END()
