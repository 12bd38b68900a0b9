// Requests as no library would send them, byte by byte.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <optional>
#include <string>

#include "raw_connection.h"
#include "running_server.h"
#include "server/http/request_check.h"
#include "tests/support/printing.h"

using namespace pressmark;
using namespace std::chrono_literals;

namespace {

constexpr char const* kFollower = "GET /version HTTP/1.1\r\nHost: a\r\n\r\n";

// A head for GET or POST, a length, and what a test puts in.
std::string get(std::string const& lines) {
  return "GET /health HTTP/1.1\r\nHost: a\r\n" + lines + "\r\n";
}
std::string post(std::string const& lines, std::string const& body = "{\"queries\":[]}") {
  return "POST /multi-search HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n" + lines + "\r\n" +
         body;
}

using namespace std::string_literals;  // some have a NUL

struct Case {
  char const* name;
  std::string request;
  char const* status;
};

Case const kRefused[] = {
    {"chunks", get("Transfer-Encoding: chunked\r\n") + "0\r\n\r\n", "400"},
    {"posted chunks", post("Transfer-Encoding: chunked\r\n", "0\r\n\r\n"), "400"},
    {"malformed chunks", post("Transfer-Encoding: chunked\r\n", "zz\r\n\r\n"), "400"},
    {"chunks and a length", post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), "400"},
    {"a length and chunks", post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n"), "400"},
    {"no encoding, said so", post("Transfer-Encoding: identity\r\nContent-Length: 14\r\n"), "400"},
    {"an unknown encoding", post("Transfer-Encoding: xchunked\r\nContent-Length: 14\r\n"), "400"},
    {"chunks to an earlier server",
     "POST /multi-search HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "400"},
    {"a space before the encoding's colon", post("Content-Length: 14\r\nTransfer-Encoding : chunked\r\n"),
     "400"},
    {"an encoding in a folded line", post("Content-Length: 14\r\nTransfer-Encoding:\r\n chunked\r\n"), "400"},
    {"an encoding after a bare LF", post("Content-Length: 14\r\nX: b\nTransfer-Encoding: chunked\r\n"),
     "400"},
    {"an encoding after a bare CR", post("Content-Length: 14\r\nX: b\rTransfer-Encoding: chunked\r\n"),
     "400"},
    {"two lengths", get("Content-Length: 0\r\nContent-Length: 5\r\n") + "abcde", "400"},
    {"the same length twice", post("Content-Length: 14\r\ncontent-length: 14\r\n"), "400"},
    {"no length", post(""), "400"},
    {"a length too large", post("Content-Length: 65537\r\n"), "413"},
    {"a length that is no size", post("Content-Length: 18446744073709551615\r\n"), "413"},
    {"a space before the length's colon", get("Content-Length : 5\r\n") + "abcde", "400"},
    {"a tab before the length's colon", get("Content-Length\t: 5\r\n") + "abcde", "400"},
    {"a space before the name", get(" Content-Length: 5\r\n"), "400"},
    {"a body", get("Content-Length: 5\r\n") + "abcde", "413"},
    {"a posted body", "POST /health HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nabcde", "413"},
    {"two hosts", get("Host: b\r\n"), "400"},
    {"the same host twice", get("host: a\r\n"), "400"},
    {"hosts in one header", "GET /health HTTP/1.1\r\nHost: a, b\r\n\r\n", "400"},
    {"no host", "GET /health HTTP/1.1\r\n\r\n", "400"},
    {"a folded line", get("X: b\r\n c\r\n"), "400"},
    {"a line folded with a tab", get("X: b\r\n\tc\r\nY: d\r\n"), "400"},
    {"a first line that is folded", "GET /health HTTP/1.1\r\n Host: a\r\n\r\n", "400"},
    {"a bare LF after the first line", "GET /health HTTP/1.1\nHost: a\r\n\r\n", "400"},
    {"a bare LF after a header", get("X: b\nY: c\r\n"), "400"},
    {"a bare LF at the end", "GET /health HTTP/1.1\r\nHost: a\r\n\n", "400"},
    {"a bare LF at the end, and zeros after it", "GET /health HTTP/1.1\r\nHost: a\n\n\0\0"s, "400"},
    {"bare LFs everywhere", "GET /health HTTP/1.1\nHost: a\n\n", "400"},
    {"bare LFs and no headers", "GET /health HTTP/1.0\n\n", "400"},
    {"a bare CR in a header", get("X: b\rc\r\n"), "400"},
    {"a bare CR in the first line", "GET /health\r HTTP/1.1\r\nHost: a\r\n\r\n", "400"},
    {"a NUL in the method", "GET\0 /health HTTP/1.1\r\nHost: a\r\n\r\n"s, "400"},
    {"a NUL in the address", "GET /health\0x HTTP/1.1\r\nHost: a\r\n\r\n"s, "400"},
    {"a NUL in a value", get("X: b\0c\r\nY: d\r\n"s), "400"},
    {"a NUL in the last value", get("X: b\0c\r\n"s), "400"},
    {"a control character in a value", get("X: \x01\r\n"), "400"},
    {"no name", get(": b\r\n"), "400"},
    {"no name, and a length after it", get(": b\r\nContent-Length: 40\r\n"), "400"},
    {"a sign in a name", get("X(Y): b\r\n"), "400"},
    {"a space in a name", get("X Y: b\r\n"), "400"},
    {"a sign in the method", "G(T /health HTTP/1.1\r\nHost: a\r\n\r\n", "400"},
    {"two spaces", "GET  /health HTTP/1.1\r\nHost: a\r\n\r\n", "400"},
    {"two spaces before the version", "GET /health  HTTP/1.1\r\nHost: a\r\n\r\n", "400"},
    {"a space in the address", "GET /health x HTTP/1.1\r\nHost: a\r\n\r\n", "400"},
    {"a tab in the address", "GET /health\tx HTTP/1.1\r\nHost: a\r\n\r\n", "400"},
    {"a long address", "GET /health?q=" + std::string(9'000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", "414"},
    {"long headers", get("X: " + std::string(20'000, 'a') + "\r\n"), "431"},
};

// What the library answers by itself: the status is the same, the body a sentence.
Case const kRefusedByTheLibrary[] = {
    {"an endless address", "GET /search?q=" + std::string(200'000, 'a'), "414"},
    {"endless headers", get("X: " + std::string(200'000, 'a') + "\r\n"), "431"},
    {"a length in words", get("Content-Length: five\r\n"), "400"},
    {"an empty length", post("Content-Length:\r\n"), "400"},
    {"a length below zero", post("Content-Length: -1\r\n"), "400"},
    {"a length with a plus sign", post("Content-Length: +14\r\n"), "400"},
    {"a length with a fraction", post("Content-Length: 14.0\r\n"), "400"},
    {"a length to another base", post("Content-Length: 0xe\r\n"), "400"},
    {"a list of lengths", post("Content-Length: 14, 14\r\n"), "400"},
    {"a length above all numbers", post("Content-Length: 18446744073709551630\r\n"), "413"},
    {"a NUL in a name", get("X\0Y: b\r\n"s), "400"},
    {"a NUL in the version", "GET /health HTTP/1.1\0\r\nHost: a\r\n\r\n"s, "400"},
    {"no colon", get("garbage\r\n"), "400"},
    {"no version", "GET /health\r\n\r\n", "400"},
    {"a version in small letters", "GET /health http/1.1\r\nHost: a\r\n\r\n", "400"},
    {"a later version", "GET /health HTTP/2.0\r\nHost: a\r\n\r\n", "505"},
};

// One for all cases: nothing any of them does may harm it.
RunningServer const& shared_server() {
  static RunningServer const server("request_seconds = 1\nclient_rate = 0");
  return server;
}

// Everything that comes of a request with another one after it.
std::optional<std::string> answer_to(std::string const& request) {
  RawConnection const connection(shared_server().port());
  connection.send(request + kFollower);
  return connection.read_to_end(5s);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(raw_requests)

BOOST_DATA_TEST_CASE(a_doubtful_request_is_refused_and_nothing_after_it_read,
                     boost::unit_test::data::make(kRefused), one) {
  auto const answer = answer_to(one.request);
  BOOST_REQUIRE(answer.has_value());  // the connection was closed
  BOOST_TEST(answer->substr(9, 3) == one.status);
  BOOST_TEST(answer->find("\"code\":\"") != std::string::npos);
  BOOST_TEST(answer->find("\"pressmark\"") == std::string::npos);
}

BOOST_DATA_TEST_CASE(so_is_what_the_library_refuses, boost::unit_test::data::make(kRefusedByTheLibrary),
                     one) {
  auto const answer = answer_to(one.request);
  BOOST_REQUIRE(answer.has_value());
  BOOST_TEST(answer->substr(9, 3) == one.status);
  BOOST_TEST(answer->find("\"pressmark\"") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_unusual_but_allowed_is_answered) {
  auto const long_query =
      "GET /version?" + std::string(kMaxTargetBytes - 20, 'a') + " HTTP/1.1\r\nHost: a\r\nX: ";
  for (auto const& request :
       {"\r\n" + get(""), get("X:b\r\nY: \t c \t\r\nZ:\r\n"), get("X: \xc3\xa4\r\n"), get("Host-Of: a\r\n"),
        "GET /health HTTP/1.1\r\nHost:\r\n\r\n"s, "GET http://a/health HTTP/1.1\r\nHost: a\r\n\r\n"s,
        "GET /health HTTP/1.2\r\nHost: a\r\n\r\n"s, "GET /health HTTP/1.0\r\n\r\n"s,
        "GET /health?a=1&b=%20&c HTTP/1.1\r\nHost: a\r\nCookie: d=e; f\r\n\r\n"s,
        long_query + std::string(kMaxHeaderBytes - 100, 'b') + "\r\n\r\n",
        post("Content-Length:\t014\r\n")}) {
    auto const answer = answer_to(request);
    BOOST_REQUIRE(answer.has_value());
    BOOST_TEST(answer->substr(9, 3) == "200", request.substr(0, 60));
    BOOST_TEST((answer->find("\"pressmark\"") != std::string::npos ||
                request.find("HTTP/1.0") != std::string::npos));
  }
}

BOOST_AUTO_TEST_CASE(a_request_that_comes_byte_by_byte_is_like_one_that_comes_at_once) {
  auto const request = get("X: " + std::string(500, 'b') + "\r\nContent-Length: 0\r\n");
  RawConnection connection(shared_server().port());
  for (char const c : request) connection.send({&c, 1});
  connection.finish_sending();
  BOOST_TEST(connection.read_to_end(5s).value_or("").find("available") != std::string::npos);
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
