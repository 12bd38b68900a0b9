// Servers that fail, lie, stall and break off, and what is tried again.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <optional>
#include <stdlib.h>
#include <string>

#include "fetched.h"
#include "tests/support/printing.h"

using namespace pressmark;
namespace data = boost::unit_test::data;
using std::chrono::milliseconds;

namespace {

struct StatusCase {
  int status;
  FetchOutcome outcome;
  std::size_t requests;  // with all retries
};

constexpr StatusCase kStatuses[] = {
    {204, FetchOutcome::failed, 1},  {206, FetchOutcome::failed, 1}, {300, FetchOutcome::failed, 1},
    {400, FetchOutcome::failed, 1},  {401, FetchOutcome::failed, 1}, {403, FetchOutcome::failed, 1},
    {404, FetchOutcome::missing, 1}, {410, FetchOutcome::gone, 1},   {429, FetchOutcome::failed, 4},
    {451, FetchOutcome::failed, 1},  {500, FetchOutcome::failed, 4}, {503, FetchOutcome::failed, 4},
};

Answer const kGood{.body = "<rss/>"};

// Where temporary files go while it lives.
class TemporaryFolder {
 public:
  explicit TemporaryFolder(char const* path) { ::setenv("TMPDIR", path, 1); }
  ~TemporaryFolder() {
    if (before_) {
      ::setenv("TMPDIR", before_->c_str(), 1);
    } else {
      ::unsetenv("TMPDIR");
    }
  }
  TemporaryFolder(TemporaryFolder const&) = delete;
  TemporaryFolder& operator=(TemporaryFolder const&) = delete;

 private:
  std::optional<std::string> before_ =
      std::getenv("TMPDIR") == nullptr ? std::nullopt : std::optional<std::string>(std::getenv("TMPDIR"));
};

bool says(FetchedDocument const& document, std::string const& words) {
  return document.why && std::string(document.why->what()).find(words) != std::string::npos;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(failure, Web)

BOOST_DATA_TEST_CASE(tells_what_a_status_means_and_tries_again_what_may_pass, data::make(kStatuses), c) {
  server.script("/feed", {{.status = c.status, .body = c.status == 204 ? "" : "page"}});
  auto const document = get("/feed");
  BOOST_TEST(document.outcome == c.outcome);
  BOOST_TEST(document.status == c.status);
  BOOST_TEST(says(
      document, "cannot fetch " + server.url("/feed") + ": the server answers " + std::to_string(c.status)));
  BOOST_TEST(!document.body);
  BOOST_TEST(server.requests().size() == c.requests);
}

BOOST_AUTO_TEST_CASE(goes_on_where_a_fault_has_passed) {
  server.script("/feed", {{.status = 500}, {.status = 503, .headers = {"Retry-After: 0"}}, kGood});
  BOOST_TEST(get("/feed").outcome == FetchOutcome::fresh);
  BOOST_TEST(server.requests().size() == 3u);
}

BOOST_AUTO_TEST_CASE(waits_when_asked_to_wait_a_little) {
  server.script("/feed", {{.status = 429, .headers = {"Retry-After: 1"}}, kGood});
  auto const begin = std::chrono::steady_clock::now();
  BOOST_TEST(get("/feed").outcome == FetchOutcome::fresh);
  BOOST_TEST((std::chrono::steady_clock::now() - begin) >= milliseconds(1000));
}

BOOST_AUTO_TEST_CASE(leaves_a_host_alone_that_asks_to_wait_for_long) {
  server.script("/1", {{.status = 429, .headers = {"Retry-After: 3600"}}});
  server.script("/2", {kGood});
  auto const documents = fetched({{.url = server.url("/1")}, {.url = server.url("/2")}}, settings);
  BOOST_TEST(server.requests().size() == 1u);
  for (auto const& document : documents) {
    BOOST_TEST(document.outcome == FetchOutcome::failed);
    BOOST_TEST(document.retry_after == std::chrono::seconds(3600));
    BOOST_TEST(says(document, "429"));
  }
  BOOST_TEST(documents.at(0).status == 429);
  BOOST_TEST(documents.at(1).status == 0);
}

BOOST_AUTO_TEST_CASE(tells_an_empty_document) {
  server.script("/feed", {{.body = ""}});
  auto const document = get("/feed");
  BOOST_TEST(document.outcome == FetchOutcome::failed);
  BOOST_TEST(says(document, "it is empty"));
}

BOOST_AUTO_TEST_CASE(gives_no_document_that_was_cut_off) {
  server.script("/feed", {{.body = "<rss>", .declared_length = 100}});
  auto const document = get("/feed");
  BOOST_TEST(document.outcome == FetchOutcome::failed);
  BOOST_TEST(says(document, "cut off"));
  BOOST_TEST(server.requests().size() == 4u);
}

BOOST_AUTO_TEST_CASE(tries_again_where_a_transfer_was_cut_off) {
  server.script("/feed",
                {{.body = "<rss>", .declared_length = 100}, {.raw = "", .end = Answer::End::reset}, kGood});
  BOOST_TEST(text_of(get("/feed")) == "<rss/>");
}

BOOST_AUTO_TEST_CASE(tries_again_where_chunks_break_off) {
  server.script("/feed",
                {{.raw = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\n"}, kGood});
  BOOST_TEST(text_of(get("/feed")) == "<rss/>");
}

BOOST_AUTO_TEST_CASE(refuses_more_bytes_than_the_limit_whether_they_are_told_or_not) {
  settings.limits.document_bytes = 1'000;
  server.script("/told", {{.body = "x", .declared_length = 1'001}});
  server.script("/untold", {{.raw = "HTTP/1.1 200 OK\r\n\r\n" + std::string(1'001, 'x')}});
  server.script("/fits", {{.body = std::string(1'000, 'x')}});
  BOOST_TEST(says(get("/told"), "it is longer than the limit of 1000 bytes"));
  BOOST_TEST(says(get("/untold"), "it is longer than the limit of 1000 bytes"));
  BOOST_TEST(get("/fits").outcome == FetchOutcome::fresh);
  BOOST_TEST(server.requests().size() == 3u);
}

BOOST_AUTO_TEST_CASE(takes_no_more_than_the_length_that_is_told) {
  server.script("/feed", {{.body = "<rss/>and more", .declared_length = 6}});
  BOOST_TEST(text_of(get("/feed")) == "<rss/>");
}

BOOST_AUTO_TEST_CASE(reads_no_more_of_an_error_page_than_its_head) {
  server.script(
      "/endless",
      {{.status = 404, .body = std::string(100'000, 'x'), .declared_length = std::size_t{1} << 40}});
  server.script("/stalls", {{.status = 410, .body = "x", .declared_length = 2, .end = Answer::End::stall}});
  BOOST_TEST(get("/endless").outcome == FetchOutcome::missing);
  settings.limits.stall = milliseconds(500);
  BOOST_TEST(get("/stalls").outcome == FetchOutcome::gone);
}

BOOST_AUTO_TEST_CASE(refuses_headers_without_end) {
  std::string const start = "HTTP/1.1 200 OK\r\n";
  std::string lines;
  for (int i = 0; i < 20'000; ++i) lines += "X-Line: " + std::to_string(i) + "\r\n";
  server.script("/lines", {{.raw = start + lines}});
  server.script("/line", {{.raw = start + "X-Line: " + std::string(2'000'000, 'x')}});
  server.script("/hints", {{.raw = [] {
                  std::string hints;
                  for (int i = 0; i < 20'000; ++i) hints += "HTTP/1.1 103 Early Hints\r\n\r\n";
                  return hints;
                }()}});
  BOOST_TEST(says(get("/lines"), "its header is longer than the limit of 65536 bytes"));
  BOOST_TEST(says(get("/hints"), "its header is longer than the limit of 65536 bytes"));
  BOOST_TEST(get("/line").outcome == FetchOutcome::failed);
}

BOOST_AUTO_TEST_CASE(gives_up_a_server_that_stalls) {
  settings.limits.stall = milliseconds(50);
  settings.limits.retries = 0;
  server.script("/silent", {{.raw = "", .end = Answer::End::stall}});
  server.script("/halfway", {{.body = "<rss>", .declared_length = 100, .end = Answer::End::stall}});
  BOOST_TEST(says(get("/silent"), "nothing came for 50 ms"));
  BOOST_TEST(says(get("/halfway"), "nothing came for 50 ms"));
}

BOOST_AUTO_TEST_CASE(tries_again_where_a_server_stalls) {
  settings.limits.stall = milliseconds(500);
  server.script("/feed", {{.raw = "", .end = Answer::End::stall}, kGood});
  BOOST_TEST(text_of(get("/feed")) == "<rss/>");
}

BOOST_AUTO_TEST_CASE(gives_up_a_transfer_that_takes_too_long_as_a_whole) {
  settings.limits.transfer = milliseconds(50);
  settings.limits.retries = 0;
  server.script("/feed", {{.raw = "HTTP/1.1 200 OK\r\n\r\n<rss>", .end = Answer::End::stall}});
  BOOST_TEST(says(get("/feed"), "it takes too long"));
}

BOOST_AUTO_TEST_CASE(says_what_speaks_no_http) {
  server.script("/feed", {{.raw = "220 mail.example.org ESMTP\r\n"}});
  auto const document = get("/feed");
  BOOST_TEST(says(document, "it does not speak HTTP"));
  BOOST_TEST(server.requests().size() == 1u);
}

BOOST_AUTO_TEST_CASE(says_what_is_not_packed_as_it_says) {
  server.script("/feed", {{.headers = {"Content-Encoding: gzip"}, .body = "<rss/>"}});
  BOOST_TEST(says(get("/feed"), "it is not packed as it says"));
}

BOOST_AUTO_TEST_CASE(says_where_nobody_listens) {
  std::string url;
  {
    WebServer const closed;
    url = closed.url("/feed");
  }
  BOOST_TEST(says(fetched_one({.url = url}, settings), "no connection"));
}

BOOST_AUTO_TEST_CASE(says_what_is_no_web_address) {
  for (auto const* url : {"file:///etc/passwd", "feed.xml", "", "http://", "http://exa mple.org/"}) {
    auto const document = fetched_one({.url = url}, settings);
    BOOST_TEST(document.outcome == FetchOutcome::failed);
    BOOST_TEST(says(document, "is no http or https URL"));
  }
}

BOOST_AUTO_TEST_CASE(connects_to_no_address_that_is_not_public) {
  server.script("/feed", {kGood});
  settings.allow_private = false;
  auto const direct = get("/feed");
  BOOST_TEST(direct.outcome == FetchOutcome::failed);
  BOOST_TEST(says(direct, "127.0.0.1 is not fetched from: its address is loopback, not public"));
  auto const port = server.url("/feed").substr(std::string("http://127.0.0.1").size());
  for (auto const* host : {"localhost", "2130706433", "0x7f000001", "0177.1", "[::ffff:127.0.0.1]"}) {
    auto const document = fetched_one({.url = "http://" + std::string(host) + port}, settings);
    BOOST_TEST(says(document, "its address is loopback"), host);
  }
  BOOST_TEST(server.requests().empty());
}

BOOST_AUTO_TEST_CASE(ends_the_run_where_a_document_cannot_be_kept) {
  server.script("/feed", {kGood});
  TemporaryFolder const unwritable("/proc");
  BOOST_CHECK_EXCEPTION((void)get("/feed"), Error,
                        [](Error const& error) { return error.code() == ErrorCode::store_unwritable; });
}

BOOST_AUTO_TEST_CASE(shows_no_credentials_in_messages) {
  auto url = server.url("/feed");
  url.insert(url.find("//") + 2, "ann:secret@");
  BOOST_TEST(says(fetched_one({.url = url}, settings), "cannot fetch " + server.url("/feed")));
}

BOOST_AUTO_TEST_SUITE_END()
