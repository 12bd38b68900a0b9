// Addresses, from the first to the last of each special range and just beside it.
#include "indexer/fetch/public_address.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/support/printing.h"

using namespace pressmark;
namespace data = boost::unit_test::data;

namespace {

struct Case {
  char const* host;
  char const* special;
};

constexpr Case kIpv4[] = {
    {"0.0.0.0", "unspecified"},
    {"0.255.255.255", "unspecified"},
    {"1.0.0.0", ""},
    {"9.255.255.255", ""},
    {"10.0.0.0", "private"},
    {"10.255.255.255", "private"},
    {"11.0.0.0", ""},
    {"100.63.255.255", ""},
    {"100.64.0.0", "shared (carrier NAT)"},
    {"100.127.255.255", "shared (carrier NAT)"},
    {"100.128.0.0", ""},
    {"126.255.255.255", ""},
    {"127.0.0.1", "loopback"},
    {"127.255.255.255", "loopback"},
    {"128.0.0.0", ""},
    {"169.253.255.255", ""},
    {"169.254.0.0", "link-local"},
    {"169.254.169.254", "link-local"},  // where clouds keep their secrets
    {"169.255.0.0", ""},
    {"172.15.255.255", ""},
    {"172.16.0.0", "private"},
    {"172.31.255.255", "private"},
    {"172.32.0.0", ""},
    {"191.255.255.255", ""},
    {"192.0.0.0", "protocol assignment"},
    {"192.0.0.255", "protocol assignment"},
    {"192.0.1.0", ""},
    {"192.0.2.0", "documentation"},
    {"192.0.2.255", "documentation"},
    {"192.0.3.0", ""},
    {"192.88.99.1", "6to4 relay"},
    {"192.88.100.0", ""},
    {"192.167.255.255", ""},
    {"192.168.0.0", "private"},
    {"192.168.255.255", "private"},
    {"192.169.0.0", ""},
    {"198.17.255.255", ""},
    {"198.18.0.0", "benchmarking"},
    {"198.19.255.255", "benchmarking"},
    {"198.20.0.0", ""},
    {"198.51.100.7", "documentation"},
    {"198.51.101.0", ""},
    {"203.0.113.255", "documentation"},
    {"203.0.114.0", ""},
    {"223.255.255.255", ""},
    {"224.0.0.0", "multicast"},
    {"239.255.255.255", "multicast"},
    {"240.0.0.0", "reserved"},
    {"255.255.255.255", "reserved"},
};

constexpr Case kIpv6[] = {
    {"::", "unspecified"},
    {"::1", "loopback"},
    {"[::1]", "loopback"},
    {"::2", "reserved"},
    {"::7f00:1", "reserved"},  // IPv4-compatible, long given up
    {"100::1", "discard-only"},
    {"100:0:0:1::1", "reserved"},
    {"1fff:ffff::1", "reserved"},
    {"2001::1", "protocol assignment"},
    {"2001:1ff:ffff::1", "protocol assignment"},
    {"2001:200::1", ""},
    {"2001:db7:ffff::1", ""},
    {"2001:db8::1", "documentation"},
    {"2001:db9::1", ""},
    {"2606:2800:220:1::1", ""},
    {"3ffe:ffff::1", ""},
    {"3fff::1", "documentation"},
    {"3fff:fff:ffff::1", "documentation"},
    {"3fff:1000::1", ""},
    {"4000::1", "reserved"},
    {"5f00::1", "segment routing"},
    {"fbff::1", "reserved"},
    {"fc00::1", "private"},
    {"fdff:ffff::1", "private"},
    {"fe80::1", "link-local"},
    {"[fe80::1%eth0]", "link-local"},
    {"febf:ffff::1", "link-local"},
    {"fec0::1", "site-local"},
    {"feff:ffff::1", "site-local"},
    {"ff02::1", "multicast"},
};

constexpr Case kWrapped[] = {
    {"::ffff:127.0.0.1", "loopback"}, {"::ffff:10.0.0.1", "private"},
    {"::ffff:8.8.8.8", ""},           {"64:ff9b::192.168.1.1", "private"},
    {"64:ff9b::8.8.8.8", ""},         {"64:ff9b:1::8.8.8.8", "locally translated (NAT64)"},
    {"2002:7f00:1::1", "loopback"},   {"2002:a9fe:a9fe::1", "link-local"},
    {"2002:808:808::1", ""},
};

constexpr Case kNames[] = {
    {"localhost", "loopback"},
    {"LOCALHOST.", "loopback"},
    {"blog.localhost", "loopback"},
    {"notlocalhost", ""},
    {"example.org", ""},
    {"localhost.example.org", ""},
    {"10.0.0.1.example.org", ""},
    {"", ""},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(public_address)

BOOST_DATA_TEST_CASE(knows_the_special_ranges_of_ipv4, data::make(kIpv4), c) {
  BOOST_TEST(special_host(c.host) == c.special);
}

BOOST_DATA_TEST_CASE(knows_the_special_ranges_of_ipv6_and_takes_the_unassigned_for_reserved,
                     data::make(kIpv6), c) {
  BOOST_TEST(special_host(c.host) == c.special);
}

BOOST_DATA_TEST_CASE(judges_an_ipv4_address_that_is_wrapped_in_an_ipv6_one, data::make(kWrapped), c) {
  BOOST_TEST(special_host(c.host) == c.special);
}

BOOST_DATA_TEST_CASE(knows_the_names_that_always_stand_for_this_machine, data::make(kNames), c) {
  BOOST_TEST(special_host(c.host) == c.special);
}

BOOST_AUTO_TEST_CASE(takes_no_other_family_of_addresses_for_public) {
  BOOST_TEST(special_address({}) == "malformed");
}

BOOST_AUTO_TEST_SUITE_END()
