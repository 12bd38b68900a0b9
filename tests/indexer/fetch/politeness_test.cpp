// How servers are treated: one request at a time, robots.txt, and stopping when asked to.
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "fetched.h"
#include "tests/support/printing.h"

using namespace pressmark;
using std::chrono::milliseconds;

namespace {

Answer const kGood{.body = "<rss/>"};

// Answers once as many requests are there as were expected, or after seconds if they never are.
class Meeting {
 public:
  explicit Meeting(int expected) : missing_(expected) {}

  [[nodiscard]] Answer answer() {
    auto answer = kGood;
    answer.before = [this] {
      --missing_;
      for (int i = 0; i < 5'000 && missing_ > 0; ++i) std::this_thread::sleep_for(milliseconds(1));
    };
    return answer;
  }

  [[nodiscard]] bool has_met() const { return missing_ <= 0; }

 private:
  std::atomic<int> missing_;
};

Answer slowly(Answer answer) {
  answer.before = [] { std::this_thread::sleep_for(milliseconds(5)); };
  return answer;
}

std::vector<std::string> targets(WebServer const& server) {
  std::vector<std::string> targets;
  for (auto const& request : server.requests()) targets.push_back(request.target);
  return targets;
}

using Targets = std::vector<std::string>;

Answer robots(std::string const& rules) {
  return {.body = "User-agent: *\n" + rules};
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(politeness, Web)

BOOST_AUTO_TEST_CASE(asks_one_host_one_thing_at_a_time) {
  std::vector<FetchRequest> requests;
  for (int i = 0; i < 10; ++i) {
    auto const target = "/" + std::to_string(i);
    server.script(target, {slowly(kGood)});
    requests.push_back({.url = server.url(target)});
  }
  BOOST_TEST(fetched(requests, settings).size() == 10u);
  BOOST_TEST(server.most_at_once() == 1u);
}

BOOST_AUTO_TEST_CASE(asks_several_hosts_side_by_side) {
  WebServer second("127.0.0.2");
  WebServer third("127.0.0.3");
  Meeting meeting(3);
  for (auto* host : {&server, &second, &third}) host->script("/", {meeting.answer()});
  (void)fetched({{.url = server.url("/")}, {.url = second.url("/")}, {.url = third.url("/")}}, settings);
  BOOST_TEST(meeting.has_met());
}

BOOST_AUTO_TEST_CASE(has_no_more_transfers_at_once_than_the_limit_says) {
  WebServer second("127.0.0.2");
  std::atomic<int> at_once = 0;
  std::atomic<int> most_at_once = 0;
  auto counted = kGood;
  counted.before = [&] {
    most_at_once = std::max<int>(most_at_once, ++at_once);
    std::this_thread::sleep_for(milliseconds(20));
    --at_once;
  };
  for (auto* host : {&server, &second}) host->script("/", {counted});
  settings.limits.at_once = 1;
  BOOST_TEST(fetched({{.url = server.url("/")}, {.url = second.url("/")}}, settings).size() == 2u);
  BOOST_TEST(most_at_once == 1);
}

BOOST_AUTO_TEST_CASE(gives_up_a_host_that_does_not_answer) {
  settings.limits.unanswered_requests = 2;
  settings.limits.retries = 1;
  std::vector<FetchRequest> requests;
  for (int i = 0; i < 5; ++i) {
    server.script("/" + std::to_string(i), {{.raw = ""}});
    requests.push_back({.url = server.url("/" + std::to_string(i))});
  }
  auto const documents = fetched(requests, settings);
  BOOST_TEST(documents.size() == 5u);
  BOOST_TEST(targets(server) == (Targets{"/0", "/0", "/1", "/1"}), boost::test_tools::per_element());
  BOOST_TEST(std::string(documents.back().why->what()).ends_with("its host has not answered before"));
}

BOOST_AUTO_TEST_CASE(asks_robots_txt_once_before_pages_and_never_for_feeds) {
  server.script("/robots.txt", {robots("Disallow: /private")});
  for (auto const* target : {"/a", "/b", "/private/feed"}) server.script(target, {kGood});
  auto const documents = fetched({{.url = server.url("/private/feed")},
                                  {.url = server.url("/private/page"), .is_page = true},
                                  {.url = server.url("/a"), .is_page = true},
                                  {.url = server.url("/b"), .is_page = true}},
                                 settings);
  BOOST_TEST(targets(server) == (Targets{"/robots.txt", "/private/feed", "/a", "/b"}),
             boost::test_tools::per_element());
  BOOST_TEST(documents.at(0).outcome == FetchOutcome::disallowed);
  BOOST_TEST(documents.at(0).url == server.url("/private/page"));
  BOOST_TEST(documents.at(0).why.has_value());
}

BOOST_AUTO_TEST_CASE(asks_the_robots_txt_of_where_a_redirect_leads) {
  WebServer other("127.0.0.2");
  server.script("/a", {{.status = 302, .headers = {"Location: " + other.url("/a")}}});
  other.script("/robots.txt", {robots("Disallow: /")});
  auto const document = fetched_one({.url = server.url("/a"), .is_page = true}, settings);
  BOOST_TEST(document.outcome == FetchOutcome::disallowed);
  BOOST_TEST(targets(other) == (Targets{"/robots.txt"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(follows_the_redirects_of_robots_txt) {
  server.script("/robots.txt", {{.status = 301, .headers = {"Location: /rules.txt"}}});
  server.script("/rules.txt", {robots("Disallow: /a")});
  BOOST_TEST(fetched_one({.url = server.url("/a"), .is_page = true}, settings).outcome ==
             FetchOutcome::disallowed);
}

BOOST_AUTO_TEST_CASE(fetches_pages_where_there_is_no_robots_txt_or_nothing_in_it) {
  server.script("/a", {kGood});
  for (int const status : {403, 404, 410, 204, 200}) {
    server.script("/robots.txt", {{.status = status}});
    auto const document = fetched_one({.url = server.url("/a"), .is_page = true}, settings);
    BOOST_TEST(document.outcome == FetchOutcome::fresh, status);
  }
}

BOOST_AUTO_TEST_CASE(fetches_no_page_while_robots_txt_cannot_be_asked) {
  server.script("/a", {kGood});
  settings.limits.retries = 0;
  for (auto const& answer : {Answer{.status = 500}, Answer{.raw = "", .end = Answer::End::reset}}) {
    server.script("/robots.txt", {answer});
    auto const document = fetched_one({.url = server.url("/a"), .is_page = true}, settings);
    BOOST_TEST(document.outcome == FetchOutcome::failed);
    auto const start = "cannot fetch " + server.url("/a") + ": robots.txt is asked first: cannot fetch " +
                       server.url("/robots.txt") + ": ";
    BOOST_TEST(std::string(document.why->what()).substr(0, start.size()) == start);
  }
  BOOST_TEST(server.requests("/a").empty());
}

BOOST_AUTO_TEST_CASE(keeps_the_delay_that_robots_txt_asks_for_up_to_the_limit) {
  settings.limits.longest_crawl_delay = milliseconds(60);
  server.script("/robots.txt", {robots("Crawl-delay: 3600")});
  for (auto const* target : {"/a", "/b"}) server.script(target, {kGood});
  auto const begin = std::chrono::steady_clock::now();
  auto const documents = fetched(
      {{.url = server.url("/a"), .is_page = true}, {.url = server.url("/b"), .is_page = true}}, settings);
  BOOST_TEST((std::chrono::steady_clock::now() - begin) >= milliseconds(120));
  for (auto const& document : documents) BOOST_TEST(document.outcome == FetchOutcome::fresh);
}

BOOST_AUTO_TEST_CASE(abandons_everything_when_asked_to_stop) {
  server.script("/feed", {{.raw = "", .end = Answer::End::stall}});
  auto const should_stop = [&] { return !server.requests().empty(); };
  auto const take = [](FetchedDocument&&) { return std::vector<FetchRequest>(); };
  BOOST_CHECK_EXCEPTION(fetch_all({{.url = server.url("/feed")}}, settings, should_stop, take), Error,
                        [](Error const& error) { return error.code() == ErrorCode::interrupted; });
}

BOOST_AUTO_TEST_CASE(asks_often_whether_to_stop_also_while_it_only_waits) {
  settings.limits.between_requests = std::chrono::hours(1);
  for (auto const* target : {"/1", "/2"}) server.script(target, {kGood});
  int asked_while_waiting = 0;
  bool is_waiting = false;
  auto const should_stop = [&] { return is_waiting && ++asked_while_waiting == 3; };
  auto const take = [&](FetchedDocument&&) {
    is_waiting = true;
    return std::vector<FetchRequest>();
  };
  BOOST_CHECK_THROW(
      fetch_all({{.url = server.url("/1")}, {.url = server.url("/2")}}, settings, should_stop, take), Error);
}

BOOST_AUTO_TEST_SUITE_END()
