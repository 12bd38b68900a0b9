// Requests as no library would send them, byte by byte.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "raw_connection.h"
#include "running_server.h"

using namespace pressmark;
using namespace std::chrono_literals;

namespace {

constexpr char const* kFollower = "GET /version HTTP/1.1\r\nHost: a\r\n\r\n";

struct Case {
  char const* name;
  std::string request;
  char const* status;
};
std::ostream& operator<<(std::ostream& out, Case const& one) {
  return out << one.name;
}
Case const kRefused[] = {
    {"chunks", "GET /health HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "400"},
    {"chunks and a length",
     "POST /search HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
     "400"},
    {"two lengths", "GET /health HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nContent-Length: 5\r\n\r\nabcde",
     "400"},
    {"a body", "GET /health HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nabcde", "413"},
    {"a posted body", "POST /search HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nabcde", "413"},
    {"a space before the colon", "GET /health HTTP/1.1\r\nHost: a\r\nContent-Length : 5\r\n\r\nabcde", "400"},
    {"two hosts", "GET /health HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "400"},
    {"no host", "GET /health HTTP/1.1\r\n\r\n", "400"},
    {"a folded line", "GET /health HTTP/1.1\r\nHost: a\r\nX: b\r\n Content-Length: 5\r\n\r\n", "400"},
    {"a length in words", "GET /health HTTP/1.1\r\nHost: a\r\nContent-Length: five\r\n\r\n", "400"},
    {"a long address", "GET /search?q=" + std::string(9'000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", "414"},
    {"an endless address", "GET /search?q=" + std::string(200'000, 'a'), "414"},
    {"long headers", "GET /health HTTP/1.1\r\nHost: a\r\nX: " + std::string(20'000, 'a') + "\r\n\r\n", "431"},
};

// One for all cases: nothing any of them does may harm it.
RunningServer const& shared_server() {
  static RunningServer const server("request_seconds = 1");
  return server;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(raw_requests)

BOOST_DATA_TEST_CASE(a_doubtful_request_is_refused_and_nothing_behind_it_read,
                     boost::unit_test::data::make(kRefused), one) {
  RawConnection connection(shared_server().port());
  connection.send(one.request + kFollower);
  auto const answer = connection.read_to_end(5s);
  BOOST_REQUIRE(answer.has_value());  // the connection was closed
  BOOST_TEST(answer->substr(9, 3) == one.status);
  BOOST_TEST(answer->find("\"pressmark\"") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(requests_that_follow_each_other_are_answered_in_turn) {
  RawConnection connection(shared_server().port());
  connection.send(std::string("GET /api/search?q=file HTTP/1.1\r\nHost: a\r\n\r\n") + kFollower +
                  "GET /health HTTP/1.0\r\n\r\n");
  auto const answer = connection.read_to_end(5s).value_or("");
  auto const search = answer.find("estimatedTotalHits");
  auto const version = answer.find("\"pressmark\"");
  auto const health = answer.find("available");
  BOOST_TEST(search < version);
  BOOST_TEST(version < health);
  BOOST_TEST(health != std::string::npos);
}

BOOST_AUTO_TEST_CASE(noise_ends_the_connection_and_nothing_else) {
  for (auto const* noise : {"\x16\x03\x01\x02\r\n\r\n", "\r\n\r\n\r\n", "GET\r\n\r\n", "GET /\r\n\r\n",
                            "GET / HTTP/9.9\r\nHost: a\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"}) {
    RawConnection connection(shared_server().port());
    connection.send(noise);
    connection.finish_sending();
    BOOST_TEST(connection.read_to_end(5s).has_value());
  }
  RawConnection connection(shared_server().port());
  connection.send("GET /health HTTP/1.0\r\n\r\n");
  BOOST_TEST(connection.read_to_end(5s).value_or("").find("available") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
