// Who a request counts for.
#include "server/http/client_address.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "tests/support/printing.h"

using namespace pressmark;

namespace {

std::vector<Network> const kTrusted{*parse_network("127.0.0.0/8"), *parse_network("10.1.0.0/16"),
                                    *parse_network("2001:db8:f::/48")};

struct Case {
  char const* peer;
  char const* forwarded_for;
  char const* client;  // empty for nobody
};
std::ostream& operator<<(std::ostream& out, Case const& one) {
  return out << one.peer << " for " << one.forwarded_for;
}
Case const kCases[] = {
    {"192.0.2.1", "", "192.0.2.1"},
    {"192.0.2.1", "198.51.100.7", "192.0.2.1"},  // anybody can write the header
    {"127.0.0.1", "", ""},
    {"", "", ""},
    {"127.0.0.1", "198.51.100.7", "198.51.100.7"},
    {"", "198.51.100.7", "198.51.100.7"},
    {"127.0.0.1", "203.0.113.9, 198.51.100.7", "198.51.100.7"},
    {"127.0.0.1", "198.51.100.7, 10.1.2.3", "198.51.100.7"},
    {"10.1.0.1", "198.51.100.7,127.0.0.1, 10.1.2.3", "198.51.100.7"},
    {"127.0.0.1", "10.1.2.3", ""},
    {"127.0.0.1", "198.51.100.7, unknown", ""},
    {"127.0.0.1", "198.51.100.7:4711", "198.51.100.7"},
    {"2001:db8:f::1", "[2001:db8::5]:443", "2001:db8::5"},
    {"::ffff:127.0.0.1", "198.51.100.7", "198.51.100.7"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(client_address)

BOOST_DATA_TEST_CASE(is_that_of_the_first_hop_that_is_not_trusted, boost::unit_test::data::make(kCases),
                     one) {
  auto const client = find_client(one.peer, one.forwarded_for, kTrusted);
  BOOST_TEST(client == parse_client_address(one.client));
}

BOOST_AUTO_TEST_CASE(networks_are_addresses_or_prefixes) {
  for (auto const* text : {"192.0.2.1", "192.0.2.0/24", "::1", "2001:db8::/32", "0.0.0.0/0", "::/0"}) {
    BOOST_TEST(parse_network(text).has_value());
  }
  for (auto const* text :
       {"", "example.org", "192.0.2.0/33", "192.0.2/24", "::/129", "1.2.3.4/", "1.2.3.4/x"}) {
    BOOST_TEST(!parse_network(text).has_value());
  }
}

BOOST_AUTO_TEST_CASE(a_network_holds_its_addresses_and_no_others) {
  auto const contains = [](char const* network, char const* address) {
    return parse_network(network)->contains(*parse_client_address(address));
  };
  BOOST_TEST(contains("192.0.2.0/25", "192.0.2.127"));
  BOOST_TEST(!contains("192.0.2.0/25", "192.0.2.128"));
  BOOST_TEST(contains("0.0.0.0/0", "203.0.113.1"));
  BOOST_TEST(!contains("0.0.0.0/0", "2001:db8::1"));
  BOOST_TEST(contains("2001:db8::/33", "2001:db8:7fff::1"));
  BOOST_TEST(!contains("2001:db8::/33", "2001:db8:8000::1"));
}

BOOST_AUTO_TEST_CASE(a_customer_with_many_addresses_is_one_client) {
  auto const prefix = [](char const* text) { return client_prefix(*parse_client_address(text)); };
  BOOST_TEST(prefix("2001:db8:1:2::1") == prefix("2001:db8:1:2:ffff::9"));
  BOOST_TEST(prefix("2001:db8:1:2::1") != prefix("2001:db8:1:3::1"));
  BOOST_TEST(prefix("192.0.2.1") != prefix("192.0.2.2"));
}

BOOST_AUTO_TEST_CASE(only_this_machine_is_loopback) {
  for (auto const* text : {"127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"}) {
    BOOST_TEST(is_loopback(*parse_client_address(text)));
  }
  for (auto const* text : {"128.0.0.1", "::2", "192.0.2.1"}) {
    BOOST_TEST(!is_loopback(*parse_client_address(text)));
  }
}

BOOST_AUTO_TEST_SUITE_END()
