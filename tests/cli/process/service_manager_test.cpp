// What the service manager hears, and what it says in the environment.
#include "cli/process/service_manager.h"

#include <array>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <map>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "common/base/file_descriptor.h"

using namespace pressmark;
using namespace std::chrono_literals;

namespace {

// The end of the socket that systemd holds.
struct Supervisor {
  Supervisor() {
    std::string pattern = (std::filesystem::temp_directory_path() / "pressmark-XXXXXX").string();
    directory = mkdtemp(pattern.data());
    path = (directory / "notify").string();
    sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = {}};
    std::memcpy(address.sun_path, path.data(), path.size());
    descriptor = socket(AF_UNIX, SOCK_DGRAM, 0);
    BOOST_REQUIRE(bind(descriptor, reinterpret_cast<sockaddr const*>(&address), sizeof(address)) == 0);
  }
  ~Supervisor() {
    close(descriptor);
    std::error_code ignored;
    std::filesystem::remove_all(directory, ignored);
  }
  Supervisor(Supervisor const&) = delete;
  Supervisor& operator=(Supervisor const&) = delete;

  [[nodiscard]] Environment environment() const {
    return [this](std::string const& name) {
      return name == "NOTIFY_SOCKET" ? std::optional(path) : std::nullopt;
    };
  }

  [[nodiscard]] std::string heard() const {
    std::array<char, 256> buffer{};
    auto const bytes = recv(descriptor, buffer.data(), buffer.size(), MSG_DONTWAIT);
    return bytes < 0 ? "" : std::string(buffer.data(), static_cast<std::size_t>(bytes));
  }

  std::filesystem::path directory;
  std::string path;
  int descriptor = -1;
};

Environment environment_of(std::map<std::string, std::string> const& variables) {
  return [variables](std::string const& name) -> std::optional<std::string> {
    auto const found = variables.find(name);
    return found == variables.end() ? std::nullopt : std::optional(found->second);
  };
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(service_manager, Supervisor)

BOOST_AUTO_TEST_CASE(a_status_is_one_datagram) {
  NotifySocket manager(environment());
  BOOST_TEST(manager.is_status_due());
  manager.send_status("fetching: 3 documents");
  BOOST_TEST(heard() == "STATUS=fetching: 3 documents");
  BOOST_TEST(heard() == "");
}

BOOST_AUTO_TEST_CASE(the_next_one_is_not_due_at_once) {
  NotifySocket manager(environment());
  manager.send_status("reading");
  BOOST_TEST(!manager.is_status_due());
}

BOOST_AUTO_TEST_CASE(without_a_supervisor_nothing_is_sent) {
  NotifySocket manager([](std::string const&) { return std::nullopt; });
  BOOST_TEST(!manager.listens());
  BOOST_TEST(!manager.is_status_due());
  manager.send_status("reading");
  BOOST_TEST(heard() == "");
}

BOOST_AUTO_TEST_CASE(a_supervisor_that_went_away_does_no_harm) {
  path += ".gone";
  NotifySocket manager(environment());
  manager.send_status("reading");
  BOOST_TEST(heard() == "");
}

BOOST_AUTO_TEST_CASE(what_is_no_name_of_a_socket_is_not_sent_to) {
  for (auto const& name : {std::string("notify"), "/" + std::string(200, 'x')}) {
    BOOST_TEST(!NotifySocket(environment_of({{"NOTIFY_SOCKET", name}})).listens());
  }
}

BOOST_AUTO_TEST_CASE(a_notice_reaches_a_socket_in_the_abstract_namespace) {
  auto const name = "@pressmark-test-" + std::to_string(::getpid());
  FileDescriptor const manager(::socket(AF_UNIX, SOCK_DGRAM, 0));
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::memcpy(&address.sun_path[1], name.data() + 1, name.size() - 1);
  auto const bytes = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
  BOOST_REQUIRE(::bind(manager.value(), reinterpret_cast<sockaddr const*>(&address), bytes) == 0);

  NotifySocket(environment_of({{"NOTIFY_SOCKET", name}})).send("READY=1");
  std::string received(64, '\0');
  auto const count = ::recv(manager.value(), received.data(), received.size(), MSG_DONTWAIT);
  BOOST_REQUIRE(count > 0);
  BOOST_TEST(received.substr(0, static_cast<std::size_t>(count)) == "READY=1");
}

BOOST_AUTO_TEST_CASE(the_watchdog_is_heard_twice_as_often_as_it_asks) {
  BOOST_TEST(!watchdog_pause(environment_of({})).has_value());
  BOOST_TEST((watchdog_pause(environment_of({{"WATCHDOG_USEC", "30000000"}})) == 15s));
  BOOST_TEST(
      !watchdog_pause(environment_of({{"WATCHDOG_USEC", "30000000"}, {"WATCHDOG_PID", "1"}})).has_value());
}

BOOST_AUTO_TEST_CASE(a_socket_is_taken_only_if_it_is_meant_for_this_process) {
  auto const pid = std::to_string(::getpid());
  BOOST_TEST(has_passed_socket(environment_of({{"LISTEN_PID", pid}, {"LISTEN_FDS", "1"}})));
  BOOST_TEST(!has_passed_socket(environment_of({{"LISTEN_PID", "1"}, {"LISTEN_FDS", "1"}})));
  BOOST_TEST(!has_passed_socket(environment_of({{"LISTEN_PID", pid}, {"LISTEN_FDS", "0"}})));
  BOOST_TEST(!has_passed_socket(environment_of({})));
}

BOOST_AUTO_TEST_SUITE_END()
