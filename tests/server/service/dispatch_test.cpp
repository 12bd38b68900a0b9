// From a request to its one reply, whatever becomes of the search.
#include "server/service/dispatch.h"

#include <boost/test/unit_test.hpp>
#include <new>
#include <optional>
#include <vector>

#include "sample_service.h"
#include "tests/support/has_line.h"

using namespace pressmark;

namespace {

Request search_for(std::string const& words) {
  return {"GET", "/api/search?q=" + words, "HTTP/1.1", {{"Host", "a"}}, "127.0.0.1"};
}

// The replies to a request whose search is handed over so.
std::vector<Response> replies(SampleService& service, std::string const& words, HandOver const& hand_over) {
  std::vector<Response> all;
  dispatch(*service, search_for(words), hand_over, [&](Response one) { all.push_back(std::move(one)); });
  return all;
}

HandOver done_at_once(SampleService& service) {
  return [&](SearchWorkers::Task const& task) {
    task(service.searcher());
    return true;
  };
}

bool nothing_is_in_flight(SampleService& service) {
  return has_line(*service.get("/metrics").body, "pressmark_requests_in_flight 0");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(dispatch)

BOOST_AUTO_TEST_CASE(a_search_that_is_handed_over_is_answered_by_the_worker) {
  SampleService service;
  auto const answers = replies(service, "file", done_at_once(service));
  BOOST_REQUIRE(answers.size() == 1U);
  BOOST_TEST(answers.front().status == 200);
  BOOST_TEST(nothing_is_in_flight(service));
}

BOOST_AUTO_TEST_CASE(a_search_that_waits_is_in_flight_until_its_task_is_done_or_dropped) {
  SampleService service;
  std::optional<SearchWorkers::Task> waiting;
  auto const keep = [&](SearchWorkers::Task task) {
    waiting = std::move(task);
    return true;
  };
  BOOST_TEST(replies(service, "file", keep).empty());
  BOOST_TEST(has_line(*service.get("/metrics").body, "pressmark_requests_in_flight 1"));
  waiting.reset();
  BOOST_TEST(nothing_is_in_flight(service));
}

BOOST_AUTO_TEST_CASE(a_search_that_is_not_taken_is_told_to_wait) {
  SampleService service;
  auto const answers = replies(service, "file", [](SearchWorkers::Task const&) { return false; });
  BOOST_REQUIRE(answers.size() == 1U);
  BOOST_TEST(answers.front().status == 503);
  BOOST_TEST(nothing_is_in_flight(service));
}

// Each would have kept a place for good: after as many as there are places, all searches were refused.
BOOST_AUTO_TEST_CASE(a_search_whose_handing_over_fails_leaves_its_place_to_others) {
  SampleService service("requests = 2");
  for (int i = 0; i < 3; ++i) {
    auto const answers =
        replies(service, "file", [](SearchWorkers::Task const&) -> bool { throw std::bad_alloc(); });
    BOOST_REQUIRE(answers.size() == 1U);
    BOOST_TEST(answers.front().status == 500);
    BOOST_TEST(answers.front().close_connection);
  }
  BOOST_TEST(nothing_is_in_flight(service));
  BOOST_TEST(replies(service, "file", done_at_once(service)).front().status == 200);
}

BOOST_AUTO_TEST_SUITE_END()
