// Where it listens, and why it does not.
#include <boost/test/unit_test.hpp>
#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <httplib.h>

#include "server/http/listener.h"
#include "service.h"
#include "tests/support/wait_until.h"

using namespace pressmark;

namespace {

constexpr char const* kAvailable = "{\"status\":\"available\"}";

ProcessEnd serve(std::vector<std::string> const& options) {
  std::vector<std::string> command{PRESSMARK_PROGRAM, "serve"};
  command.insert(command.end(), options.begin(), options.end());
  return Process(command, {}).wait(kTestPatience);
}

std::string health(httplib::Client client) {
  auto const response = client.Get("/health");
  return response ? response->body : "no answer";
}

std::string health_at(std::filesystem::path const& path) {
  httplib::Client client(path.string());
  client.set_address_family(AF_UNIX);
  return health(std::move(client));
}

// A service that is passed `listener`, as systemd does it: descriptor 3, and the process it is meant for.
ServiceSetup passing(Listener const& listener) {
  ::fcntl(listener.socket.value(), F_SETFD, 0);
  return {.environment = {{"PASSED", std::to_string(listener.socket.value())}},
          .prefix = {"bash", "-c", "exec 3<&\"$PASSED\"; LISTEN_PID=$$ LISTEN_FDS=1 exec \"$@\"", "pass"}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(listening)

BOOST_AUTO_TEST_CASE(a_passed_socket_comes_before_the_configured_address) {
  auto const listener = open_listener("127.0.0.1:0");
  Service const service(passing(listener));
  BOOST_TEST(service.status() == "listening at " + listener.name);
  BOOST_TEST(health(httplib::Client("127.0.0.1", service.port())) == kAvailable);
}

BOOST_AUTO_TEST_CASE(a_passed_unix_socket_is_served_and_stays) {
  ScratchFolder const folder;
  auto const path = folder.path() / "socket";
  auto const listener = open_listener("unix:" + path.string());
  {
    Service service(passing(listener));
    BOOST_TEST(service.status() == "listening at unix:" + path.string());
    BOOST_TEST(health_at(path) == kAvailable);
    BOOST_TEST(service.stop().status == 0);
  }
  BOOST_TEST(std::filesystem::exists(path));  // it is the manager's
}

BOOST_AUTO_TEST_CASE(what_was_passed_has_to_listen) {
  ScratchFolder const folder;
  Process refused({"bash", "-c", "exec 3</dev/null; LISTEN_PID=$$ LISTEN_FDS=1 exec \"$@\"", "pass",
                   PRESSMARK_PROGRAM, "serve", "--store", folder.path().string()},
                  {});
  auto const end = refused.wait(kTestPatience);
  BOOST_TEST(end.status == 2);
  BOOST_TEST(end.err.find("no socket that listens") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_socket_file_left_behind_by_a_killed_service_is_replaced) {
  ScratchFolder const folder;
  auto const path = folder.path() / "socket";
  ServiceSetup const setup{.options = {"--listen", "unix:" + path.string()}};
  {
    Service killed(setup);
    killed.process().send(SIGKILL);
    BOOST_TEST(killed.process().wait(kTestPatience).signal == SIGKILL);
  }
  BOOST_REQUIRE(std::filesystem::exists(path));
  Service service(setup);
  BOOST_TEST(health_at(path) == kAvailable);
  BOOST_TEST(service.stop().status == 0);
  BOOST_TEST(!std::filesystem::exists(path));
}

BOOST_AUTO_TEST_CASE(an_address_that_is_taken_is_an_error_with_a_hint) {
  ScratchFolder const folder;
  auto const path = folder.path() / "socket";
  Service const at_socket({.options = {"--listen", "unix:" + path.string()}});
  Service const at_port;
  for (auto const& where : {"unix:" + path.string(), "127.0.0.1:" + std::to_string(at_port.port())}) {
    auto const end = serve({"--store", at_port.layout().root.string(), "--listen", where});
    BOOST_TEST(end.status == 2);
    BOOST_TEST(end.err == "error: cannot listen at " + where +
                              ": Address already in use\nhint: another server is there; choose another "
                              "address with --listen\n");
  }
  BOOST_TEST(health_at(path) == kAvailable);
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_socket_is_not_replaced) {
  ScratchFolder const folder;
  auto const path = folder.path() / "socket";
  std::ofstream(path) << "notes";
  Service const service;
  auto const end = serve({"--store", service.layout().root.string(), "--listen", "unix:" + path.string()});
  BOOST_TEST(end.status == 2);
  BOOST_TEST(std::filesystem::file_size(path) == 5U);
}

BOOST_AUTO_TEST_CASE(without_an_index_it_does_not_begin) {
  ScratchFolder const folder;
  for (auto const& options : {std::vector<std::string>{}, {"--check"}}) {
    auto arguments = options;
    arguments.insert(arguments.end(),
                     {"--store", (folder.path() / "store").string(), "--listen", "127.0.0.1:0"});
    auto const end = serve(arguments);
    BOOST_TEST(end.status == 2);
    BOOST_TEST(end.err.find("hint: ") != std::string::npos);
    BOOST_TEST(end.err.find("listening") == std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(with_an_http_library_that_hides_how_requests_were_sent_it_does_not_begin) {
  Service const running;
  for (auto const& options : {std::vector<std::string>{}, {"--check"}}) {
    std::vector<std::string> command{
        PRESSMARK_PROGRAM, "serve", "--store", running.layout().root.string(), "--listen", "127.0.0.1:0"};
    command.insert(command.end(), options.begin(), options.end());
    auto const end = Process(command, {{"LD_PRELOAD", PRESSMARK_OTHER_HTTP_LIBRARY}}).wait(kTestPatience);
    BOOST_TEST(end.status == 2);
    BOOST_TEST(
        end.err ==
        "error: libmicrohttpd 9.9.9 hides that a request with headers is well-formed\n"
        "hint: the server needs a libmicrohttpd that keeps a request's head in memory as 0.9.75 does\n");
  }
}

BOOST_AUTO_TEST_CASE(settings_are_checked_without_serving) {
  ScratchFolder const folder;
  Service const running;
  struct Case {
    char const* table;
    int status;
    char const* says;
  };
  for (auto const& [table, status, says] :
       {Case{"title = \"Search\"", 0, "ready to serve 2 posts at 127.0.0.1:7700\n"},
        Case{"base_path = \"find\"", 78, "server.base_path does not begin with a slash"},
        Case{"trusted_proxies = [\"everybody\"]", 78, "trusted_proxies has everybody"},
        Case{"threads = \"all\"", 78, "server.threads"}, Case{"thread = 2", 78, "thread"}}) {
    auto const file = folder.path() / "p.toml";
    std::ofstream(file) << "[server]\n" << table << '\n';
    auto const end = serve({"--check", "--store", running.layout().root.string(), "--config", file.string()});
    BOOST_TEST(end.status == status, table);
    BOOST_TEST((end.out + end.err).find(says) != std::string::npos, end.out + end.err);
    if (status != 0) BOOST_TEST(end.err.find("p.toml:2") != std::string::npos, end.err);
  }
}

BOOST_AUTO_TEST_SUITE_END()
