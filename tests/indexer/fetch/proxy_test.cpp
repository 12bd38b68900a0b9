// Proxies of the environment, and what still is judged when one stands between.
#include "indexer/fetch/proxy.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <map>
#include <ostream>
#include <string>

#include "fetched.h"
#include "tests/support/printing.h"

using namespace pressmark;
namespace data = boost::unit_test::data;

namespace {

ProxyVariables environment_of(std::map<std::string, std::string> const& variables) {
  return [variables](char const* name) {
    auto const found = variables.find(name);
    return found == variables.end() ? nullptr : found->second.c_str();
  };
}

struct ExceptionCase {
  char const* none;
  char const* host;
  bool is_direct;
};

std::ostream& operator<<(std::ostream& out, ExceptionCase const& c) {
  return out << c.none << " for " << c.host;
}

constexpr ExceptionCase kExceptions[] = {
    {"", "example.org", false},
    {"*", "example.org", true},
    {"example.org", "example.org", true},
    {"example.org", "EXAMPLE.org", true},
    {"example.org", "www.example.org", true},
    {".example.org", "www.example.org", true},
    {".example.org", "example.org", true},
    {"example.org", "badexample.org", false},
    {"example.org", "example.org.uk", false},
    {"localhost, 127.0.0.1,::1", "127.0.0.1", true},
    {"localhost, 127.0.0.1,::1", "[::1]", true},
    {"localhost, 127.0.0.1,::1", "localhost", true},
    {"localhost, 127.0.0.1,::1", "example.org", false},
    {",", "example.org", false},
};

struct Refused {
  char const* url;
};

constexpr Refused kRefused[] = {
    {"http://127.0.0.1/"}, {"http://2130706433/"}, {"http://0x7f.1/"},      {"http://0177.0.0.1/"},
    {"http://[::1]/"},     {"http://localhost/"},  {"http://10.1.2.3:80/"}, {"http://[::ffff:10.0.0.1]/"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(proxy)

BOOST_AUTO_TEST_CASE(takes_the_configured_proxy_for_everything) {
  auto const proxies =
      find_proxies("http://own:1", environment_of({{"http_proxy", "http://other:1"}, {"no_proxy", "*"}}));
  BOOST_TEST(proxy_for("http", "example.org", proxies) == "http://own:1");
  BOOST_TEST(proxy_for("https", "example.org", proxies) == "http://own:1");
}

BOOST_AUTO_TEST_CASE(reads_the_variables_for_each_scheme_and_for_all) {
  auto const proxies =
      find_proxies("", environment_of({{"HTTPS_PROXY", "http://tls:1"}, {"all_proxy", "http://all:1"}}));
  BOOST_TEST(proxy_for("http", "example.org", proxies) == "http://all:1");
  BOOST_TEST(proxy_for("https", "example.org", proxies) == "http://tls:1");
}

BOOST_AUTO_TEST_CASE(does_not_read_the_variable_that_a_cgi_request_could_set) {
  auto const proxies = find_proxies("", environment_of({{"HTTP_PROXY", "http://evil:1"}}));
  BOOST_TEST(proxy_for("http", "example.org", proxies).empty());
}

BOOST_DATA_TEST_CASE(needs_none_for_the_hosts_that_are_excepted, data::make(kExceptions), c) {
  auto const proxies =
      find_proxies("", environment_of({{"http_proxy", "http://all:1"}, {"no_proxy", c.none}}));
  BOOST_TEST(proxy_for("http", c.host, proxies).empty() == c.is_direct);
}

BOOST_AUTO_TEST_CASE(fetches_through_a_proxy_that_stands_in_the_own_network) {
  Web proxy;
  proxy.settings.allow_private = false;
  proxy.settings.proxy = proxy.server.url("");
  proxy.server.script("http://example.org/feed", {{.body = "<rss/>"}});
  auto const document = fetched_one({.url = "http://example.org/feed"}, proxy.settings);
  BOOST_TEST(document.outcome == FetchOutcome::fresh);
}

BOOST_DATA_TEST_CASE(asks_no_proxy_for_addresses_that_are_not_public, data::make(kRefused), c) {
  Web proxy;
  proxy.settings.allow_private = false;
  proxy.settings.proxy = proxy.server.url("");
  auto const document = fetched_one({.url = c.url}, proxy.settings);
  BOOST_TEST(document.outcome == FetchOutcome::failed);
  BOOST_TEST(proxy.server.requests().empty());
}

BOOST_AUTO_TEST_CASE(asks_no_proxy_where_a_redirect_leads_to_an_address_that_is_not_public) {
  Web proxy;
  proxy.settings.allow_private = false;
  proxy.settings.proxy = proxy.server.url("");
  proxy.server.script("http://example.org/",
                      {{.status = 302, .headers = {"Location: http://169.254.169.254/secrets"}}});
  auto const document = fetched_one({.url = "http://example.org/"}, proxy.settings);
  BOOST_TEST(document.outcome == FetchOutcome::failed);
  BOOST_TEST(document.final_url == "http://169.254.169.254/secrets");
  BOOST_TEST(
      document.why->what() ==
      "cannot fetch http://169.254.169.254/secrets: 169.254.169.254 is not fetched from: its address is "
      "link-local, not public");
  BOOST_TEST(proxy.server.requests().size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
