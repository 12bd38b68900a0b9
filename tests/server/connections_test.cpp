// Clients that are slow, silent or many.
#include <boost/test/unit_test.hpp>
#include <memory>
#include <thread>
#include <vector>

#include "raw_connection.h"
#include "running_server.h"

using namespace pressmark;
using namespace std::chrono_literals;

namespace {

bool is_alive(RunningServer const& server) {
  RawConnection const connection(server.port());
  connection.send("GET /health HTTP/1.0\r\n\r\n");
  return connection.read_to_end(5s).value_or("").find("available") != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(connections)

BOOST_AUTO_TEST_CASE(a_client_that_sends_a_byte_now_and_then_is_ended) {
  RunningServer const server("request_seconds = 1");
  RawConnection const slow(server.port());
  std::string_view const request =
      "GET /health HTTP/1.1\r\nHost: a\r\nX-Padding: 12345678901234567890\r\n\r\n";
  std::size_t sent = 0;
  while (sent < request.size() && slow.send(request.substr(sent, 1))) {
    ++sent;
    std::this_thread::sleep_for(100ms);
  }
  BOOST_TEST(sent < request.size());
  BOOST_TEST(is_alive(server));
}

BOOST_AUTO_TEST_CASE(silent_clients_are_ended_and_keep_nobody_out) {
  RunningServer const server("request_seconds = 1");
  std::vector<std::unique_ptr<RawConnection>> silent;
  for (int i = 0; i < 20; ++i) silent.push_back(std::make_unique<RawConnection>(server.port()));
  BOOST_TEST(is_alive(server));
  for (auto const& one : silent) BOOST_TEST(one->read_to_end(10s).has_value());
}

BOOST_AUTO_TEST_CASE(a_connection_between_two_requests_is_kept_for_a_while_only) {
  RunningServer const server("request_seconds = 1");
  RawConnection const idle(server.port());
  idle.send("GET /health HTTP/1.1\r\nHost: a\r\n\r\n");
  auto const answer = idle.read_to_end(10s);
  BOOST_REQUIRE(answer.has_value());
  BOOST_TEST(answer->find("available") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_client_that_takes_no_answer_is_ended) {
  RunningServer const server("answer_seconds = 1\nrequest_seconds = 1\nclient_rate = 0");
  RawConnection const greedy(server.port());
  // More answers than the buffers between the two hold; none is read.
  std::string requests;
  for (int i = 0; i < 3'000; ++i) requests += "GET /search?q=file HTTP/1.1\r\nHost: a\r\n\r\n";
  std::jthread const sender([&] { greedy.send(requests); });
  BOOST_TEST(greedy.is_ended_within(10s));
  BOOST_TEST(is_alive(server));
}

BOOST_AUTO_TEST_CASE(a_newcomer_takes_the_place_of_who_has_been_silent_for_longest) {
  RunningServer const server("connections = 4\nrequest_seconds = 60");
  std::vector<std::unique_ptr<RawConnection>> silent;
  for (int i = 0; i < 12; ++i) silent.push_back(std::make_unique<RawConnection>(server.port()));
  BOOST_TEST(is_alive(server));
  for (std::size_t i = 0; i < 9; ++i) BOOST_TEST(silent.at(i)->read_to_end(5s).has_value());
  // The last of them still has a place, and is answered.
  silent.back()->send("GET /health HTTP/1.0\r\n\r\n");
  BOOST_TEST(silent.back()->read_to_end(5s).value_or("").find("available") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
