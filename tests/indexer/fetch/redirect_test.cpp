// Redirects: far ones, permanent ones, wrong ones.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>

#include "fetched.h"
#include "indexer/fetch/pending_fetch.h"
#include "tests/support/printing.h"

using namespace pressmark;
namespace data = boost::unit_test::data;

namespace {

Answer redirect_to(std::string const& target, int status = 302) {
  return {.status = status, .headers = {"Location: " + target}, .body = "moved"};
}

struct Chain {
  int first;
  int second;
  char const* permanent;  // where to
};

std::ostream& operator<<(std::ostream& out, Chain const& c) {
  return out << c.first << ", " << c.second;
}

constexpr Chain kChains[] = {
    {301, 301, "/c"}, {308, 301, "/c"}, {301, 302, "/b"}, {302, 301, ""},
    {307, 308, ""},   {303, 302, ""},   {308, 307, "/b"},
};

struct BadTarget {
  char const* location;
};

constexpr BadTarget kBadTargets[] = {
    {"file:///etc/passwd"},
    {"ftp://example.org/"},
    {"gopher://127.0.0.1:6379/"},
    {"javascript:alert(1)"},
    {"http://"},
    {"/a"},
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(redirect, Web)

BOOST_DATA_TEST_CASE(remembers_where_permanent_redirects_alone_lead, data::make(kChains), c) {
  server.script("/a", {redirect_to("b", c.first)});
  server.script("/b", {redirect_to(server.url("/c"), c.second)});
  server.script("/c", {{.body = "<rss/>"}});
  auto const document = get("/a");
  BOOST_TEST(document.outcome == FetchOutcome::fresh);
  BOOST_TEST(document.final_url == server.url("/c"));
  BOOST_TEST(document.permanent_url == (*c.permanent == '\0' ? "" : server.url(c.permanent)));
}

BOOST_AUTO_TEST_CASE(remembers_no_permanent_redirect_that_gives_up_https) {
  auto pending = make_pending_fetch({.url = "https://example.org/a"});
  BOOST_TEST(!follow_redirect(pending, 301, "/b", 5));
  BOOST_TEST(!follow_redirect(pending, 301, "http://example.org/c", 5));
  BOOST_TEST(!follow_redirect(pending, 301, "https://example.org/d", 5));
  BOOST_TEST(pending.url == "https://example.org/d");
  BOOST_TEST(pending.permanent_url == "https://example.org/b");
}

BOOST_AUTO_TEST_CASE(remembers_no_permanent_redirect_to_where_nothing_is) {
  server.script("/a", {redirect_to("/gone", 301)});
  auto const document = get("/a");
  BOOST_TEST(document.outcome == FetchOutcome::missing);
  BOOST_TEST(document.permanent_url.empty());
}

BOOST_DATA_TEST_CASE(follows_no_redirect_that_leads_nowhere, data::make(kBadTargets), c) {
  server.script("/a", {redirect_to(c.location)});
  auto const document = get("/a");
  BOOST_TEST(document.outcome == FetchOutcome::failed);
  BOOST_TEST(document.status == 302);
  BOOST_TEST(std::string(document.why->what()).find("it redirects") != std::string::npos);
  BOOST_TEST(server.requests().size() == 1u);
}

BOOST_AUTO_TEST_CASE(tells_a_redirect_without_a_target) {
  server.script("/a", {{.status = 302}});
  BOOST_TEST(std::string(get("/a").why->what()).ends_with("it redirects without saying where to"));
}

BOOST_AUTO_TEST_CASE(tells_a_circle) {
  server.script("/a", {redirect_to("/b")});
  server.script("/b", {redirect_to("/a")});
  auto const document = get("/a");
  BOOST_TEST(document.why->what() ==
             "cannot fetch " + server.url("/b") + ": it redirects in a circle, back to " + server.url("/a"));
  BOOST_TEST(server.requests().size() == 2u);
}

BOOST_AUTO_TEST_CASE(follows_as_many_redirects_as_the_limit_says) {
  for (int i = 0; i < 6; ++i)
    server.script("/" + std::to_string(i), {redirect_to("/" + std::to_string(i + 1))});
  server.script("/6", {{.body = "<rss/>"}});
  BOOST_TEST(get("/1").outcome == FetchOutcome::fresh);
  BOOST_TEST(std::string(get("/0").why->what()).ends_with("it redirects more than 5 times"));
}

BOOST_AUTO_TEST_CASE(carries_credentials_to_their_own_host_only) {
  WebServer other("127.0.0.2");
  server.script("/a", {redirect_to("/b")});
  server.script("/b", {redirect_to(other.url("/c"))});
  other.script("/c", {{.body = "<rss/>"}});
  auto url = server.url("/a");
  url.insert(url.find("//") + 2, "ann:secret@");
  BOOST_TEST(fetched_one({.url = url}, settings).outcome == FetchOutcome::fresh);
  BOOST_TEST(server.requests("/a").at(0).headers.count("authorization") == 1u);
  BOOST_TEST(server.requests("/b").at(0).headers.count("authorization") == 1u);
  BOOST_TEST(other.requests("/c").at(0).headers.count("authorization") == 0u);
}

BOOST_AUTO_TEST_CASE(keeps_no_cookies) {
  server.script("/a", {{.status = 302, .headers = {"Location: /b", "Set-Cookie: id=1; Path=/"}}});
  server.script("/b", {{.body = "<rss/>"}});
  (void)get("/a");
  BOOST_TEST(server.requests("/b").at(0).headers.count("cookie") == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
