// SIGTERM: what is asked already is answered.
#include <boost/test/unit_test.hpp>
#include <csignal>
#include <vector>

#include "service.h"
#include "tests/server/raw_connection.h"
#include "tests/support/wait_until.h"

using namespace pressmark;
using namespace std::chrono_literals;

namespace {

std::vector<SamplePost> many_posts() {
  std::vector<SamplePost> posts;
  for (int i = 0; i < 900; ++i) {
    auto const number = std::to_string(i);
    posts.push_back({number, "Number " + number, "2026-03-01T00:00:00Z", {}, "<p>A file.</p>"});
  }
  return posts;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ending)

BOOST_AUTO_TEST_CASE(each_signal_that_asks_to_end_ends_it_well) {
  for (int const signal : {SIGTERM, SIGINT}) {
    Service service;
    service.process().send(signal);
    BOOST_TEST(service.manager().next_with("STOPPING=1").has_value());
    auto const end = service.process().wait(kTestPatience);
    BOOST_TEST(end.status == 0);
    BOOST_TEST(end.out == "");
  }
}

// It is larger than what fits between the two, and not read before the signal.
BOOST_AUTO_TEST_CASE(an_answer_in_flight_is_sent_to_its_end_and_new_connections_are_refused) {
  ScratchFolder const folder;
  auto const path = folder.path() / "socket";
  Service service({.options = {"--listen", "unix:" + path.string()}, .posts = many_posts()});
  RawConnection const reader(path);
  reader.send("GET /api/search?q=file&limit=900 HTTP/1.1\r\nHost: a\r\n\r\n");
  BOOST_REQUIRE(wait_until([&] { return service.process().err().find(" 200 ") != std::string::npos; }));
  service.process().send(SIGTERM);
  BOOST_REQUIRE(service.manager().next_with("STOPPING=1").has_value());

  auto const answer = reader.read_to_end(5s).value_or("");
  BOOST_TEST(answer.size() > 400'000U);
  BOOST_TEST(answer.ends_with('}'));
  BOOST_TEST(service.process().wait(kTestPatience).status == 0);
  BOOST_CHECK_THROW(RawConnection{path}, std::runtime_error);
}

BOOST_AUTO_TEST_SUITE_END()
