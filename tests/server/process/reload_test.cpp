// SIGHUP: the configuration is read again.
#include <boost/test/unit_test.hpp>
#include <httplib.h>

#include "service.h"

using namespace pressmark;

namespace {

std::string page(Service const& service) {
  httplib::Client client("127.0.0.1", service.port());
  auto const response = client.Get("/search?q=file");
  return response ? response->body : "no answer";
}

bool has(std::string const& text, std::string const& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(reload)

BOOST_AUTO_TEST_CASE(a_changed_setting_shows_in_the_next_answer) {
  Service service({.table = "title = \"Before\""});
  BOOST_TEST(has(page(service), "Before"));
  service.configure(
      "title = \"After\"\nbase_path = \"/find\"\n"
      "trusted_proxies = []\nclient_rate = 0.001\nclient_burst = 2");
  BOOST_TEST(service.reload() == "configuration read again");
  BOOST_TEST(has(page(service), "After"));
  BOOST_TEST(has(page(service), "href=\"/find/"));
  httplib::Client client("127.0.0.1", service.port());
  BOOST_TEST(client.Get("/search?q=file")->status == 429);  // the third
}

BOOST_AUTO_TEST_CASE(a_broken_configuration_is_told_with_its_line_and_changes_nothing) {
  Service service({.table = "title = \"Before\""});
  service.configure("title = \"After\"\nrequests = \"many\"");
  auto const status = service.reload();
  BOOST_TEST(has(status, "pressmark.toml:4"));
  BOOST_TEST(has(status, "the settings stay as they were"));
  BOOST_TEST(has(service.process().err(), "error: " + status.substr(status.find('/'))));
  BOOST_TEST(has(page(service), "Before"));
}

BOOST_AUTO_TEST_CASE(what_needs_a_restart_is_named) {
  Service service;
  service.configure(
      "threads = 3\nconnections = 7\nrequest_seconds = 3\nanswer_seconds = 4\ntitle = \"After\"");
  auto const status = service.reload();
  for (auto const* name :
       {"server.threads", "server.connections", "server.request_seconds", "server.answer_seconds"}) {
    BOOST_TEST(has(status, std::string(name) + " needs a restart"), name);
  }
  BOOST_TEST(!has(status, "server.title"));
  BOOST_TEST(has(page(service), "After"));
  service.configure("");
  BOOST_TEST(service.reload() == "configuration read again");
}

BOOST_AUTO_TEST_SUITE_END()
