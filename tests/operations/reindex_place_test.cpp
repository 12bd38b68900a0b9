// Where a source turns out to be: redirects, pages that name feeds, lists of feeds.
#include <boost/test/unit_test.hpp>

#include "reindex_fixture.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

Answer page_naming(std::string const& feed) {
  return html(
      "<!doctype html><html><head><title>Garden</title><link rel=\"alternate\" "
      "type=\"application/rss+xml\" href=\"" +
      feed + "\"></head><body><p>Welcome.</p></body></html>");
}

Answer list_of(std::vector<std::string> const& feeds) {
  std::string xml = "<?xml version=\"1.0\"?><opml version=\"2.0\"><head><title>Feeds</title></head><body>";
  for (auto const& feed : feeds) xml += "<outline type=\"rss\" text=\"x\" xmlUrl=\"" + feed + "\"/>";
  return document(xml + "</body></opml>", "text/x-opml");
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(reindex_place, ReindexFixture)

BOOST_AUTO_TEST_CASE(a_permanent_redirect_is_remembered_and_a_temporary_one_is_not) {
  web.script("/old.xml", {moved(301, "/new.xml")});
  web.script("/now.xml", {moved(302, "/new.xml")});
  web.script("/new.xml", {document(rss("garden.example", items))});
  add_source("/old.xml");
  add_source("/now.xml");
  run();
  BOOST_TEST(state("/old.xml").url_now == web.url("/new.xml"));
  BOOST_TEST(state("/now.xml").url_now == "");
  run();
  BOOST_TEST(requests("/old.xml") == 1u);
  BOOST_TEST(requests("/now.xml") == 2u);
  BOOST_TEST(titles().size() == 3u);
}

BOOST_AUTO_TEST_CASE(a_permanent_redirect_is_remembered_where_nothing_is_modified_too) {
  web.script("/old.xml", {tagged(rss("garden.example", items), "1"), moved(308, "/new.xml")});
  web.script("/new.xml", {status(304)});
  add_source("/old.xml");
  run();
  run();
  BOOST_TEST(state("/old.xml").url_now == web.url("/new.xml"));
  run();
  BOOST_TEST(requests("/old.xml") == 2u);
}

BOOST_AUTO_TEST_CASE(where_a_remembered_address_dies_the_source_is_asked_itself) {
  auto const feed = document(rss("garden.example", items));
  for (auto const& dead : {status(404), status(410), status(403), login()}) {
    web.script("/old.xml", {moved(301, "/new.xml"), feed});
    web.script("/new.xml", {feed, dead});
    request.sources.clear();
    add_source("/old.xml");
    run();
    auto const report = run();
    BOOST_TEST(!report.index.failure.has_value());
    BOOST_TEST(state("/old.xml").url_now == "");
  }
}

BOOST_AUTO_TEST_CASE(a_redirect_to_a_page_that_is_no_feed_is_not_remembered) {
  web.script("/feed.xml", {moved(301, "/login")});
  web.script("/login", {login()});
  add_source("/feed.xml");
  BOOST_TEST(run().index.failure.has_value());
  BOOST_TEST(state("/feed.xml").url_now == "");
}

BOOST_AUTO_TEST_CASE(the_feed_that_a_page_names_is_found_once_and_again_when_it_moves) {
  auto const feed = document(rss("garden.example", items));
  web.script("/", {page_naming("/a.xml"), page_naming("/b.xml")});
  web.script("/a.xml", {feed, feed, status(404)});
  web.script("/b.xml", {feed});
  add_source("/");
  BOOST_TEST(run().index.added == 3u);
  BOOST_TEST(state("/").url_now == web.url("/a.xml"));
  run();
  BOOST_TEST(requests("/") == 1u);
  BOOST_TEST(!run().index.failure.has_value());
  BOOST_TEST(state("/").url_now == web.url("/b.xml"));
  BOOST_TEST(titles().size() == 3u);
}

BOOST_AUTO_TEST_CASE(what_once_was_a_feed_is_no_page_that_names_one) {
  web.script("/feed.xml", {document(rss("garden.example", items)), page_naming("/comments.xml")});
  web.script("/comments.xml", {document(rss("comments.example", items))});
  add_source("/feed.xml");
  run();
  auto const report = run();
  BOOST_REQUIRE(report.index.failure.has_value());
  BOOST_TEST(std::string(report.index.failure->what()).find("answers with a web page") != std::string::npos);
  BOOST_TEST(requests("/comments.xml") == 0u);
}

BOOST_AUTO_TEST_CASE(a_feed_that_has_moved_and_then_shows_a_login_is_no_page_that_names_one) {
  web.script("/feed.xml", {moved(301, "/new.xml"), page_naming("/comments.xml")});
  web.script("/new.xml", {document(rss("garden.example", items)), login()});
  web.script("/comments.xml", {document(rss("comments.example", items))});
  add_source("/feed.xml");
  run();
  BOOST_TEST(run().index.failure.has_value());
  BOOST_TEST(requests("/comments.xml") == 0u);
  BOOST_TEST(state("/feed.xml").url_now == web.url("/new.xml"));
}

BOOST_AUTO_TEST_CASE(a_source_that_must_be_of_one_kind_is_refused_as_another) {
  web.script("/feed.xml", {document(rss("garden.example", items))});
  web.script("/sitemap.xml", {document("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
                                       "<url><loc>https://garden.example/</loc></url></urlset>")});
  add_source("/feed.xml").kind = "sitemap";
  add_source("/sitemap.xml").kind = "feed";
  auto const report = run();
  for (auto const& source : report.index.sources) {
    BOOST_TEST(source.outcome == SourceOutcome::failed, source.name);
  }
}

BOOST_AUTO_TEST_CASE(each_feed_of_a_list_on_the_web_is_a_source_of_its_own) {
  web.script("/list.opml", {list_of({web.url("/a.xml"), web.url("/b.xml"), web.url("/missing.xml"),
                                     web.url("/a.xml"), web.url("/list.opml"), web.url("/nested.opml")})});
  web.script("/nested.opml", {list_of({web.url("/c.xml")})});
  web.script("/a.xml", {tagged(rss("a.example", items), "a"), status(304)});
  web.script("/b.xml", {tagged(rss("b.example", items), "b"), status(304)});
  add_source("/list.opml");
  auto const report = run();
  BOOST_TEST(report.index.added == 6u);
  BOOST_TEST(report.index.failure.has_value());
  BOOST_TEST(report.index.sources.size() == 5u);
  BOOST_TEST(requests("/c.xml") == 0u);
  run();
  BOOST_TEST(state("/a.xml").etag == "\"a\"");
  BOOST_TEST(state("/list.opml").kind == "list");
  BOOST_TEST(requests("/a.xml") == 2u);
  BOOST_TEST(indexed() == 6u);
}

BOOST_AUTO_TEST_CASE(index_reads_addresses_on_the_web_whatever_is_there) {
  auto const options = [] {
    IndexingOptions wanted;
    wanted.fetch.allow_private = true;
    wanted.fetch.limits.between_requests = {};
    wanted.fetch.limits.retries = 0;
    return wanted;
  }();
  web.script("/a.xml", {tagged(rss("a.example", items), "a")});
  web.script("/b.xml", {document(rss("b.example", items))});
  web.script("/c.xml", {document(rss("c.example", items))});
  web.script("/page", {page_naming("/b.xml")});
  web.script("/list.opml", {list_of({web.url("/c.xml")})});
  web.script("/login", {login()});
  auto const index_web = [&](std::string const& name) {
    return index_sources(layout, {name}, InputLimits{}, kToday, options);
  };
  BOOST_TEST(index_web(web.url("/a.xml")).added == 3u);
  BOOST_TEST(index_web(web.url("/a.xml")).unchanged == 3u);
  BOOST_TEST(!web.requests("/a.xml").at(1).headers.contains("if-none-match"));
  BOOST_TEST(index_web(web.url("/page")).added == 3u);
  BOOST_TEST(index_web(web.url("/list.opml")).added == 3u);
  BOOST_TEST(index_web(write("feeds.opml", list_of({web.url("/c.xml")}).body)).unchanged == 3u);
  BOOST_CHECK_EXCEPTION(index_web(web.url("/login")), Error, [](Error const& error) {
    return std::string(error.what()).find("names no feed") != std::string::npos && !error.hint().empty();
  });
  BOOST_CHECK_EXCEPTION(index_web(web.url("/missing")), Error, [](Error const& error) {
    return std::string(error.what()).find("404") != std::string::npos;
  });
}

BOOST_AUTO_TEST_SUITE_END()
