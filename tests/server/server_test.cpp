// The server as another HTTP library sees it.
#include "server/server.h"

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <httplib.h>
#include <set>

#include "running_server.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/wait_until.h"

using namespace pressmark;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(server)

BOOST_AUTO_TEST_CASE(a_search_is_answered_over_tcp) {
  RunningServer const server;
  httplib::Client client("127.0.0.1", server.port());
  auto const response = client.Get("/api/search?q=rename");
  BOOST_REQUIRE(response);
  BOOST_TEST(response->status == 200);
  BOOST_TEST(response->body.find("\"estimatedTotalHits\":1") != std::string::npos);
  BOOST_TEST(response->get_header_value("Content-Length") == std::to_string(response->body.size()));
}

BOOST_AUTO_TEST_CASE(a_search_that_has_no_time_is_answered_at_once) {
  RunningServer const server("search_seconds = 0.000000001");
  httplib::Client client("127.0.0.1", server.port());
  for (int i = 0; i < 2; ++i) {
    auto const response = client.Get("/api/search?q=rename");
    BOOST_REQUIRE(response);
    BOOST_TEST(response->status == 200);
    BOOST_TEST(response->body.find("\"partial\":true") != std::string::npos);
    BOOST_TEST(!response->has_header("ETag"));
  }
}

BOOST_AUTO_TEST_CASE(a_search_is_answered_over_a_unix_socket) {
  ScratchFolder const folder;
  auto const path = folder.path() / "socket";
  {
    RunningServer const server("", "unix:" + path.string());
    httplib::Client client(path.string());
    client.set_address_family(AF_UNIX);
    auto const response = client.Get("/health");
    BOOST_REQUIRE(response);
    BOOST_TEST(response->body == "{\"status\":\"available\"}");
    BOOST_CHECK_THROW(open_listener("unix:" + path.string()), Error);  // somebody is there
  }
  BOOST_TEST(!std::filesystem::exists(path));
}

BOOST_AUTO_TEST_CASE(a_socket_file_that_was_left_behind_is_replaced) {
  ScratchFolder const folder;
  auto const path = folder.path() / "socket";
  {
    auto const dead = open_listener("unix:" + path.string());
  }
  BOOST_TEST(std::filesystem::exists(path));
  RunningServer const server("", "unix:" + path.string());
  httplib::Client client(path.string());
  client.set_address_family(AF_UNIX);
  BOOST_TEST(static_cast<bool>(client.Get("/health")));
}

BOOST_AUTO_TEST_CASE(a_taken_port_is_an_error_that_says_so) {
  RunningServer const server;
  BOOST_CHECK_EXCEPTION(
      open_listener("127.0.0.1:" + std::to_string(server.port())), Error,
      [](Error const& error) { return error.hint().find("--listen") != std::string::npos; });
  for (auto const* where :
       {"", "7700", "127.0.0.1", "127.0.0.1:", "example.org:80", "unix:", "127.0.0.1:x"}) {
    BOOST_CHECK_THROW(open_listener(where), Error);
  }
}

BOOST_AUTO_TEST_CASE(head_has_the_headers_of_get_and_no_body) {
  RunningServer const server;
  httplib::Client client("127.0.0.1", server.port());
  for (auto const* target : {"/search?q=file", "/api/search?q=file", "/health", "/metrics", "/nowhere"}) {
    auto const get = client.Get(target);
    auto const head = client.Head(target);
    BOOST_REQUIRE((get && head));
    BOOST_TEST(head->status == get->status);
    BOOST_TEST(head->body.empty());
    BOOST_TEST(head->get_header_value("Content-Type") == get->get_header_value("Content-Type"));
    BOOST_TEST(head->get_header_value("ETag") == get->get_header_value("ETag"));
  }
}

BOOST_AUTO_TEST_CASE(a_tag_spares_the_body) {
  RunningServer const server;
  httplib::Client client("127.0.0.1", server.port());
  client.set_keep_alive(true);
  auto const tag = client.Get("/search?q=file")->get_header_value("ETag");
  auto const again = client.Get("/search?q=file", {{"If-None-Match", tag}});
  BOOST_REQUIRE(again);
  BOOST_TEST(again->status == 304);
  BOOST_TEST(again->body.empty());
  BOOST_TEST(client.Get("/health")->status == 200);  // on the same connection
}

BOOST_AUTO_TEST_CASE(packed_pages_are_marked_as_such) {
  RunningServer const server;
  httplib::Client client("127.0.0.1", server.port());
  client.set_decompress(false);
  auto const packed = client.Get("/search?q=file", {{"Accept-Encoding", "gzip"}});
  BOOST_REQUIRE(packed);
  BOOST_TEST(packed->get_header_value("Content-Encoding") == "gzip");
  BOOST_TEST(packed->body.substr(0, 2) == "\x1f\x8b");
}

BOOST_AUTO_TEST_CASE(requests_during_a_change_of_the_index_all_succeed) {
  RunningServer const server("cache_megabytes = 0");
  std::atomic<bool> is_done = false;
  std::atomic<int> failures = 0;
  std::atomic<int> answers = 0;
  std::set<std::string> versions;
  {
    std::jthread const reader([&] {
      httplib::Client client("127.0.0.1", server.port());
      client.set_keep_alive(true);
      auto const until = std::chrono::steady_clock::now() + 30s;
      while (!is_done || (versions.size() < 2 && std::chrono::steady_clock::now() < until)) {
        auto const response = client.Get("/api/search?q=file");
        if (!response || response->status != 200) {
          ++failures;
          continue;
        }
        ++answers;
        versions.insert(response->get_header_value("ETag"));
      }
    });
    auto const feed = server.layout().root.parent_path() / "more.xml";
    for (int round = 0; round < 5; ++round) {
      auto const number = std::to_string(round);
      std::ofstream(feed)
          << "<rss version=\"2.0\"><channel><title>More</title><link>https://more.example/</link>"
             "<item><title>A file, number " +
                 number + "</title><link>https://more.example/" + number +
                 "</link><description>file</description></item></channel></rss>";
      index_sources(server.layout(), {feed.string()}, {}, kSampleRead);
    }
    is_done = true;
  }
  BOOST_TEST(failures == 0);
  BOOST_TEST(answers > 0);
  BOOST_TEST(versions.size() >= 2U);
}

BOOST_AUTO_TEST_CASE(a_request_in_flight_is_answered_before_the_end) {
  for (int round = 0; round < 5; ++round) {
    std::optional<RunningServer> server(std::in_place, "cache_megabytes = 0");
    auto const port = server->port();
    std::atomic<int> failures = 0;
    std::atomic<bool> is_first_answered = false;
    std::jthread const reader([&] {
      httplib::Client client("127.0.0.1", port);
      client.set_keep_alive(true);
      while (true) {
        auto const response = client.Get("/api/search?q=file");
        if (!response) return;  // no connection any more
        if (response->status != 200 && response->status != 503) ++failures;
        is_first_answered = true;
      }
    });
    BOOST_TEST(wait_until([&] { return is_first_answered.load(); }));
    server.reset();
    BOOST_TEST(failures == 0);
  }
}

BOOST_AUTO_TEST_SUITE_END()
