// How much one client may ask.
#include "server/http/client_limiter.h"

#include <boost/test/unit_test.hpp>
#include <string>

#include "tests/support/printing.h"

using namespace pressmark;
using namespace std::chrono_literals;

namespace {

ClientLimiter::Time const kStart{};

ClientAddress address(char const* text) {
  return *parse_client_address(text);
}

// Of `count` requests at one moment, those that are admitted.
int admitted(ClientLimiter& limiter, ClientAddress const& client, ClientLimiter::Time now, int count) {
  int sum = 0;
  for (int i = 0; i < count; ++i) sum += limiter.admit(client, now) ? 0 : 1;
  return sum;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(client_limiter)

BOOST_AUTO_TEST_CASE(a_burst_passes_and_then_the_rate) {
  ClientLimiter limiter(2, 5);
  auto const client = address("192.0.2.1");
  BOOST_TEST(admitted(limiter, client, kStart, 10) == 5);
  BOOST_TEST(admitted(limiter, client, kStart + 1s, 10) == 2);
  BOOST_TEST(admitted(limiter, client, kStart + 100s, 10) == 5);
}

BOOST_AUTO_TEST_CASE(who_is_refused_learns_how_long_to_wait) {
  ClientLimiter limiter(0.25, 1);
  auto const client = address("192.0.2.1");
  BOOST_TEST(!limiter.admit(client, kStart).has_value());
  BOOST_TEST(limiter.admit(client, kStart) == 4s);
  BOOST_TEST(limiter.admit(client, kStart + 3s) == 1s);
  BOOST_TEST(!limiter.admit(client, kStart + 4s).has_value());
}

BOOST_AUTO_TEST_CASE(clients_do_not_pay_for_each_other) {
  ClientLimiter limiter(1, 3);
  BOOST_TEST(admitted(limiter, address("192.0.2.1"), kStart, 9) == 3);
  BOOST_TEST(admitted(limiter, address("192.0.2.2"), kStart, 9) == 3);
}

BOOST_AUTO_TEST_CASE(the_addresses_of_one_network_share) {
  ClientLimiter limiter(1, 3);
  BOOST_TEST(admitted(limiter, address("2001:db8::1"), kStart, 2) == 2);
  BOOST_TEST(admitted(limiter, address("2001:db8::2"), kStart, 9) == 1);
}

BOOST_AUTO_TEST_CASE(a_rate_of_zero_admits_all) {
  ClientLimiter limiter(0, 1);
  BOOST_TEST(admitted(limiter, address("192.0.2.1"), kStart, 50) == 50);
}

BOOST_AUTO_TEST_CASE(a_crowd_of_addresses_does_not_win_more) {
  ClientLimiter limiter(1, 2);
  int sum = 0;
  int const crowd = 2 * static_cast<int>(ClientLimiter::kMaxClients);
  for (int i = 0; i < crowd; ++i) {
    ClientAddress one{0x20, 0x01};
    one[2] = static_cast<std::uint8_t>(i & 255);
    one[3] = static_cast<std::uint8_t>(i >> 8);
    sum += limiter.admit(one, kStart) ? 0 : 1;
  }
  BOOST_TEST(sum <= static_cast<int>(ClientLimiter::kMaxClients) + 2);
  BOOST_TEST(admitted(limiter, address("192.0.2.1"), kStart + 10s, 1) == 1);
}

BOOST_AUTO_TEST_SUITE_END()
