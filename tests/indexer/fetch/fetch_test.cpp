// Documents that are there: new, unchanged, packed, and one leading to the next.
#include "indexer/fetch/fetch.h"

#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <string>

#include "fetched.h"
#include "tests/support/gzip.h"
#include "tests/support/printing.h"

using namespace pressmark;
namespace data = boost::unit_test::data;

namespace {

constexpr std::size_t kBombBytes = std::size_t{20} << 20;

}  // namespace

BOOST_FIXTURE_TEST_SUITE(fetch, Web)

BOOST_AUTO_TEST_CASE(gives_a_document_with_what_the_server_says_about_it) {
  server.script("/feed", {{.headers = {"Content-Type: application/RSS+xml; charset=UTF-8", "ETag: W/\"7\"",
                                       "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT"},
                           .body = "<rss/>"}});
  auto const document = fetched_one({.url = server.url("/feed#latest"), .tag = 3}, settings);
  BOOST_TEST(document.outcome == FetchOutcome::fresh);
  BOOST_TEST(document.status == 200);
  BOOST_TEST(document.url == server.url("/feed#latest"));
  BOOST_TEST(document.final_url == server.url("/feed"));
  BOOST_TEST(document.permanent_url.empty());
  BOOST_TEST(document.media_type == "application/rss+xml");
  BOOST_TEST(document.charset == "utf-8");
  BOOST_TEST(document.validators.etag == "W/\"7\"");
  BOOST_TEST(document.validators.last_modified == "Sun, 06 Nov 1994 08:49:37 GMT");
  BOOST_TEST(document.tag == 3u);
  BOOST_TEST(!document.why);
  BOOST_TEST(text_of(document) == "<rss/>");
  document.body->rewind();
  BOOST_TEST(text_of(document) == "<rss/>");
}

BOOST_AUTO_TEST_CASE(tells_the_server_who_asks_and_how_to_reach_them) {
  server.script("/feed", {{.body = "<rss/>"}});
  settings.contact = "https://example.org/bot\r\nX-Evil: 1";
  (void)get("/feed");
  settings.contact.clear();
  (void)get("/feed");
  auto const seen = server.requests();
  BOOST_TEST(seen.at(0).headers.at("user-agent").starts_with("Pressmark/"));
  BOOST_TEST(seen.at(0).headers.at("user-agent").ends_with(" (+https://example.org/botX-Evil: 1)"));
  BOOST_TEST(seen.at(0).headers.count("x-evil") == 0u);
  BOOST_TEST(seen.at(1).headers.at("user-agent").find('(') == std::string::npos);
}

BOOST_AUTO_TEST_CASE(asks_for_changes_only_where_a_version_is_known) {
  server.script("/feed", {{.status = 304, .headers = {"ETag: \"2\""}}});
  auto const document = fetched_one(
      {.url = server.url("/feed"), .known = {"\"1\"", "Sun, 06 Nov 1994 08:49:37 GMT"}}, settings);
  BOOST_TEST(document.outcome == FetchOutcome::not_modified);
  BOOST_TEST(document.validators.etag == "\"2\"");
  BOOST_TEST(document.validators.last_modified == "Sun, 06 Nov 1994 08:49:37 GMT");
  BOOST_TEST(!document.body);
  BOOST_TEST(!document.why);
  auto const headers = server.requests().at(0).headers;
  BOOST_TEST(headers.at("if-none-match") == "\"1\"");
  BOOST_TEST(headers.at("if-modified-since") == "Sun, 06 Nov 1994 08:49:37 GMT");
}

BOOST_AUTO_TEST_CASE(takes_not_modified_for_a_fault_where_no_version_is_known) {
  server.script("/feed", {{.status = 304}});
  BOOST_TEST(get("/feed").outcome == FetchOutcome::failed);
}

BOOST_AUTO_TEST_CASE(unpacks_what_is_sent_packed) {
  server.script("/feed", {{.headers = {"Content-Encoding: gzip"}, .body = gzip("<rss/>")}});
  BOOST_TEST(text_of(get("/feed")) == "<rss/>");
  auto const accepted = server.requests().at(0).headers.at("accept-encoding");
  for (auto const* coding : {"gzip", "br", "zstd"}) BOOST_TEST(accepted.find(coding) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(unpacks_a_document_that_itself_is_gzip) {
  server.script("/feed.xml.gz", {{.headers = {"Content-Type: application/gzip"}, .body = gzip("<rss/>")}});
  server.script("/twice.gz", {{.headers = {"Content-Encoding: gzip"}, .body = gzip(gzip("<rss/>"))}});
  BOOST_TEST(text_of(get("/feed.xml.gz")) == "<rss/>");
  BOOST_TEST(text_of(get("/twice.gz")) == "<rss/>");
}

BOOST_AUTO_TEST_CASE(refuses_bombs) {
  auto const bomb = gzip(std::string(kBombBytes, '\0'));
  server.script("/encoded", {{.headers = {"Content-Encoding: gzip"}, .body = bomb}});
  server.script("/bomb.gz", {{.body = bomb}});
  for (auto const* target : {"/encoded", "/bomb.gz"}) {
    auto const document = get(target);
    BOOST_TEST(document.outcome == FetchOutcome::failed);
    BOOST_TEST(std::string(document.why->what()).find("unpacks to more than 200 times its size") !=
               std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(refuses_what_unpacks_beyond_the_limit) {
  settings.limits.document_bytes = 5'000;
  auto const packed = gzip(std::string(6'000, 'x'));
  server.script("/encoded", {{.headers = {"Content-Encoding: gzip"}, .body = packed}});
  server.script("/feed.gz", {{.body = packed}});
  for (auto const* target : {"/encoded", "/feed.gz"}) {
    auto const document = get(target);
    BOOST_TEST(document.outcome == FetchOutcome::failed);
    BOOST_TEST(std::string(document.why->what()).find("limit of 5000 bytes") != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(refuses_gzip_that_is_damaged) {
  auto const packed = gzip("<rss/>");
  server.script("/feed.gz", {{.body = packed.substr(0, packed.size() - 4)}});
  BOOST_TEST(get("/feed.gz").outcome == FetchOutcome::failed);
}

BOOST_AUTO_TEST_CASE(gives_whatever_a_200_brings_such_as_the_page_of_a_login) {
  server.script("/feed", {{.headers = {"Content-Type: text/html"}, .body = "<form>Log in</form>"}});
  auto const document = get("/feed");
  BOOST_TEST(document.outcome == FetchOutcome::fresh);
  BOOST_TEST(document.media_type == "text/html");
}

BOOST_AUTO_TEST_CASE(fetches_what_the_caller_asks_for_next) {
  server.script("/1", {{.body = "/2"}});
  server.script("/2", {{.body = "/3"}});
  server.script("/3", {{.body = "end"}});
  std::string way;
  fetch_all({{.url = server.url("/1"), .tag = 7}}, settings, {}, [&](FetchedDocument&& document) {
    auto const next = text_of(document);
    way += std::to_string(document.tag) + next;
    if (next == "end") return std::vector<FetchRequest>();
    return std::vector<FetchRequest>{{.url = server.url(next), .tag = document.tag + 1}};
  });
  BOOST_TEST(way == "7/28/39end");
}

BOOST_AUTO_TEST_CASE(fetches_nothing_if_nothing_is_asked_for) {
  BOOST_TEST(fetched({}, settings).empty());
}

BOOST_AUTO_TEST_CASE(sends_what_a_url_leaves_unescaped_escaped) {
  server.script("/caf%C3%A9%20one", {{.body = "x"}});
  BOOST_TEST(get("/caf\xC3\xA9 one").outcome == FetchOutcome::fresh);
}

BOOST_AUTO_TEST_CASE(hands_through_what_the_caller_throws) {
  server.script("/feed", {{.body = "<rss/>"}});
  auto const take = [](FetchedDocument&&) -> std::vector<FetchRequest> {
    throw Error(ErrorCode::disk_full, "full");
  };
  BOOST_CHECK_THROW(fetch_all({{.url = server.url("/feed")}}, settings, {}, take), Error);
}

BOOST_AUTO_TEST_SUITE_END()
