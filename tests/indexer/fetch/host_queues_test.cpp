// Turns, seen at chosen moments.
#include "indexer/fetch/host_queues.h"

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <string>

#include "tests/support/printing.h"

using namespace pressmark;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds kPause{100};

struct Queues {
  void add(std::string const& url) { queues.add(make_pending_fetch({.url = url})); }

  // What is due after `ms`; empty if nothing is.
  std::string due(int ms) {
    auto const pending = queues.take_due(at(ms));
    return pending ? pending->url : std::string();
  }

  static HostQueues::Time at(int ms) { return HostQueues::Time(milliseconds(ms)); }

  HostQueues queues{kPause};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(host_queues, Queues)

BOOST_AUTO_TEST_CASE(gives_a_host_one_request_at_a_time_with_a_pause_in_between) {
  add("http://a.org/1");
  add("http://www.a.org:8080/2");
  BOOST_TEST(due(0) == "http://a.org/1");
  BOOST_TEST(due(1'000) == "");
  queues.release("a.org", at(1'000));
  BOOST_TEST(queues.next_due() == at(1'100));
  BOOST_TEST(due(1'099) == "");
  BOOST_TEST(due(1'100) == "http://www.a.org:8080/2");
}

BOOST_AUTO_TEST_CASE(prefers_the_host_that_has_been_free_for_longest) {
  add("http://a.org/1");
  add("http://b.org/1");
  BOOST_TEST(due(0) == "http://a.org/1");
  queues.release("a.org", at(0));
  add("http://a.org/2");
  BOOST_TEST(due(500) == "http://b.org/1");
  BOOST_TEST(due(500) == "http://a.org/2");
}

BOOST_AUTO_TEST_CASE(lets_a_request_jump_the_queue) {
  add("http://a.org/1");
  queues.add_first(make_pending_fetch({.url = "http://a.org/robots.txt"}));
  BOOST_TEST(due(0) == "http://a.org/robots.txt");
}

BOOST_AUTO_TEST_CASE(holds_a_host_as_long_as_the_longest_wish) {
  add("http://a.org/1");
  queues.hold("a.org", at(700));
  queues.hold("a.org", at(300));
  BOOST_TEST(due(699) == "");
  BOOST_TEST(due(700) == "http://a.org/1");
}

BOOST_AUTO_TEST_CASE(slows_down_from_the_pause_on_that_has_begun_and_never_speeds_up) {
  add("http://a.org/1");
  add("http://a.org/2");
  add("http://a.org/3");
  BOOST_TEST(due(0) == "http://a.org/1");
  queues.release("a.org", at(1'000));
  queues.slow_down("a.org", milliseconds(500));
  queues.slow_down("a.org", milliseconds(1));
  BOOST_TEST(due(1'499) == "");
  BOOST_TEST(due(1'500) == "http://a.org/2");
  queues.release("a.org", at(2'000));
  BOOST_TEST(queues.next_due() == at(2'500));
}

BOOST_AUTO_TEST_CASE(gives_out_all_that_wait_for_a_host) {
  add("http://a.org/1");
  add("http://a.org/2");
  add("http://b.org/1");
  BOOST_TEST(queues.take_all("a.org").size() == 2u);
  BOOST_TEST(!queues.is_empty());
  BOOST_TEST(due(0) == "http://b.org/1");
  BOOST_TEST(queues.is_empty());
  BOOST_TEST(queues.next_due() == HostQueues::Time::max());
}

BOOST_AUTO_TEST_SUITE_END()
