// What systemd hears.
#include "cli/service_status.h"

#include <array>
#include <boost/test/unit_test.hpp>
#include <cstring>
#include <filesystem>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "tests/support/scratch_folder.h"

using namespace pressmark;

namespace {

// The end of the socket that systemd holds.
struct Supervisor {
  Supervisor() {
    sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = {}};
    std::memcpy(address.sun_path, path.data(), path.size());
    descriptor = socket(AF_UNIX, SOCK_DGRAM, 0);
    BOOST_REQUIRE(bind(descriptor, reinterpret_cast<sockaddr const*>(&address), sizeof(address)) == 0);
  }
  ~Supervisor() { close(descriptor); }
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

  ScratchFolder folder;
  std::string path = (folder.path() / "notify").string();
  int descriptor = -1;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(service_status, Supervisor)

BOOST_AUTO_TEST_CASE(a_status_is_one_datagram) {
  ServiceStatus status(environment());
  BOOST_TEST(status.is_due());
  status.send("fetching: 3 documents");
  BOOST_TEST(heard() == "STATUS=fetching: 3 documents");
  BOOST_TEST(heard() == "");
}

BOOST_AUTO_TEST_CASE(the_next_one_is_not_due_at_once) {
  ServiceStatus status(environment());
  status.send("reading");
  BOOST_TEST(!status.is_due());
}

BOOST_AUTO_TEST_CASE(without_a_supervisor_nothing_is_sent) {
  ServiceStatus status([](std::string const&) { return std::nullopt; });
  BOOST_TEST(!status.is_watched());
  BOOST_TEST(!status.is_due());
  status.send("reading");
  BOOST_TEST(heard() == "");
}

BOOST_AUTO_TEST_CASE(a_supervisor_that_went_away_does_no_harm) {
  path += ".gone";
  ServiceStatus status(environment());
  status.send("reading");
  BOOST_TEST(heard() == "");
}

BOOST_AUTO_TEST_SUITE_END()
