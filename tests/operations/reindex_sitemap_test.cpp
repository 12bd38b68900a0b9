// Sites that are crawled by their sitemaps.
#include <boost/test/unit_test.hpp>

#include "reindex_fixture.h"
#include "tests/support/gzip.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

struct Listed {
  std::string url;
  std::string modified = "";
};

std::string entries(std::string const& element, std::vector<Listed> const& listed) {
  std::string xml;
  for (auto const& [url, modified] : listed) {
    xml += "<" + element + "><loc>" + url + "</loc>";
    if (!modified.empty()) xml += "<lastmod>" + modified + "</lastmod>";
    xml += "</" + element + ">";
  }
  return xml;
}

constexpr auto kNamespace = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";

struct SitemapFixture : ReindexFixture {
  SitemapFixture() { request.job.gates.source_share = 0; }

  Answer sitemap(std::vector<Listed> listed) const {
    for (auto& one : listed) one.url = web.url(one.url);
    return document(std::string("<urlset") + kNamespace + entries("url", listed) + "</urlset>",
                    "application/xml", {"ETag: \"map\""});
  }

  Answer index_of(std::vector<Listed> listed) const {
    for (auto& one : listed) one.url = web.url(one.url);
    return document(
        std::string("<sitemapindex") + kNamespace + entries("sitemap", listed) + "</sitemapindex>",
        "application/xml");
  }

  static Answer page(std::string const& title, std::string const& text = "Dig.") {
    return html("<!doctype html><html lang=\"en\"><head><title>" + title +
                    "</title></head><body><article><h1>" + title + "</h1><p>" + text +
                    " Gardens want patience, water and a good spade.</p></article></body></html>",
                {"ETag: \"" + title + text + "\""});
  }

  // Three pages without dates, so that all are asked for every night.
  void script_site() {
    web.script("/sitemap.xml", {sitemap({{"/a"}, {"/b"}, {"/c"}})});
    for (std::string const name : {"a", "b", "c"}) web.script("/" + name, {page(name), status(304)});
    add_source("/sitemap.xml");
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(reindex_sitemap, SitemapFixture)

BOOST_AUTO_TEST_CASE(an_index_of_sitemaps_packed_and_plain_ones_lead_to_all_pages) {
  web.script("/sitemap.xml", {index_of({{"/one.xml.gz"}, {"/two.txt"}})});
  web.script("/one.xml.gz", {document(gzip(sitemap({{"/a"}, {"/b"}}).body), "application/gzip")});
  web.script("/two.txt", {document(web.url("/c") + "\n", "text/plain")});
  for (std::string const name : {"a", "b", "c"}) web.script("/" + name, {page(name)});
  add_source("/sitemap.xml");
  auto const report = run();
  BOOST_TEST(report.index.problem_count == 0u);
  BOOST_TEST(titles() == (std::set<std::string>{"a", "b", "c"}), boost::test_tools::per_element());
  BOOST_TEST(state("/sitemap.xml").announced.value_or(0) == 3u);
}

BOOST_AUTO_TEST_CASE(pages_that_have_not_changed_are_answered_304_and_stay) {
  script_site();
  run();
  auto const report = run();
  BOOST_TEST(report.index.added + report.index.changed + report.index.removed == 0u);
  BOOST_TEST(!report.index.published);
  BOOST_TEST(web.requests("/a").at(1).headers.contains("if-none-match"));
  BOOST_TEST(titles().size() == 3u);
}

BOOST_AUTO_TEST_CASE(no_more_pages_are_taken_than_the_source_may_bring_and_none_is_taken_for_gone) {
  script_site();
  request.sources.back().mirror = true;
  run();
  BOOST_TEST(titles().size() == 3u);
  request.sources.back().max_posts = 2;
  web.script("/sitemap.xml", {sitemap({{"/a"}, {"/a"}, {"/b"}, {"/d"}, {"/e"}})});
  auto const report = run();
  BOOST_TEST(requests("/d") + requests("/e") == 0u);
  BOOST_TEST(titles() == (std::set<std::string>{"a", "b", "c"}), boost::test_tools::per_element());
  BOOST_REQUIRE(report.index.problem_count == 1u);
  BOOST_TEST(report.index.problems.front().what == "its sitemap is read no further than max_posts, 2");
}

BOOST_AUTO_TEST_CASE(lastmod_is_believed_for_pages_seen_later) {
  web.script("/sitemap.xml", {sitemap({{"/a", "2026-03-13T00:00:01Z"}, {"/b", "2026-03-13"}}),
                              sitemap({{"/a", "2026-03-13T00:00:01Z"}, {"/b", "2026-03-14"}})});
  web.script("/a", {page("a")});
  web.script("/b", {page("b"), page("b", "Dig again.")});
  add_source("/sitemap.xml");
  night = kToday + std::chrono::hours(3);
  run();
  auto const report = run();
  BOOST_TEST(requests("/a") == 1u);
  BOOST_TEST(requests("/b") == 2u);  // the same day, but perhaps later
  BOOST_TEST(report.index.changed == 1u);
}

BOOST_AUTO_TEST_CASE(robots_txt_is_honoured) {
  script_site();
  web.script("/robots.txt", {document("User-agent: *\nDisallow: /b\n", "text/plain")});
  run();
  BOOST_TEST(requests("/b") == 0u);
  BOOST_TEST(titles() == (std::set<std::string>{"a", "c"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_page_goes_when_it_was_missing_three_runs_in_a_row) {
  script_site();
  web.script("/b", {page("b"), status(404), status(404), page("b"), status(404), status(404), status(404)});
  std::vector<std::size_t> left;
  for (int i = 0; i < 8; ++i) {
    run();
    left.push_back(titles().size());
  }
  BOOST_TEST(left == (std::vector<std::size_t>{3, 3, 3, 3, 3, 3, 2, 2}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_page_that_is_gone_goes_at_once_and_comes_back_when_it_is_there_again) {
  script_site();
  web.script("/b", {page("b"), status(410), page("b")});
  run();
  BOOST_TEST(run().index.removed == 1u);
  BOOST_TEST(titles() == (std::set<std::string>{"a", "c"}), boost::test_tools::per_element());
  run();
  BOOST_TEST(titles().size() == 3u);
}

BOOST_AUTO_TEST_CASE(a_page_that_is_no_longer_listed_goes_only_when_it_is_missing_itself) {
  script_site();
  run();
  web.script("/sitemap.xml", {sitemap({{"/a", "2026-03-01"}}), status(304)});
  web.script("/c", {status(404)});
  run();
  BOOST_TEST(titles().size() == 3u);
  run();
  run();
  BOOST_TEST(titles() == (std::set<std::string>{"a", "b"}), boost::test_tools::per_element());
  auto const asked = requests("/c");
  run();
  BOOST_TEST(requests("/c") == asked);
}

BOOST_AUTO_TEST_CASE(a_mirror_loses_what_is_no_longer_listed) {
  script_site();
  request.sources.back().mirror = true;
  run();
  web.script("/sitemap.xml", {status(500), sitemap({{"/a"}, {"/c"}})});
  run();
  BOOST_TEST(titles().size() == 3u);
  run();
  BOOST_TEST(titles() == (std::set<std::string>{"a", "c"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_page_of_which_another_source_has_the_post_stays) {
  script_site();
  web.script("/b", {page("b"), status(410)});
  auto feed = rss("garden.example", {{"b", "b", "<p>Dig.</p>"}});
  for (auto at = feed.find("https://garden.example/b"); at != std::string::npos;
       at = feed.find("https://garden.example/b")) {
    feed.replace(at, 24, web.url("/b"));
  }
  web.script("/feed.xml", {document(feed)});
  add_source("/feed.xml");
  run();
  run();
  BOOST_TEST(titles().size() == 3u);
}

BOOST_AUTO_TEST_CASE(a_page_that_leads_to_a_login_for_a_night_stays_as_it_was) {
  script_site();
  web.script("/b", {page("b"), moved(302, "/login"), page("b", "Dig more.")});
  web.script("/login", {page("Log in")});
  run();
  auto const before = posts();
  BOOST_TEST(run().index.problem_count == 1u);
  BOOST_TEST(posts() == before);
  BOOST_TEST(run().index.changed == 1u);
}

BOOST_AUTO_TEST_CASE(what_is_no_html_is_passed_over) {
  script_site();
  web.script("/b", {document("%PDF-1.4", "application/pdf", {"ETag: \"pdf\""}), status(304)});
  auto const report = run();
  BOOST_TEST(report.index.problem_count == 0u);
  BOOST_TEST(titles() == (std::set<std::string>{"a", "c"}), boost::test_tools::per_element());
  run();
  BOOST_TEST(web.requests("/b").at(1).headers.at("if-none-match") == "\"pdf\"");
}

BOOST_AUTO_TEST_CASE(a_page_that_could_not_be_had_is_asked_for_the_next_night) {
  web.script("/sitemap.xml", {sitemap({{"/a", "2026-03-01"}, {"/b", "2026-03-01"}})});
  web.script("/a", {page("a")});
  web.script("/b", {status(500), page("b")});
  add_source("/sitemap.xml");
  run();
  BOOST_TEST(state("/sitemap.xml").etag == "");
  run();
  BOOST_TEST(titles() == (std::set<std::string>{"a", "b"}), boost::test_tools::per_element());
  BOOST_TEST(requests("/a") == 1u);
  BOOST_TEST(state("/sitemap.xml").etag == "\"map\"");
}

BOOST_AUTO_TEST_CASE(a_page_of_the_future_comes_when_its_time_has_come) {
  auto later = page("a");
  later.body.insert(later.body.find("</head>"),
                    "<meta property=\"article:published_time\" content=\"2026-03-15T08:00:00Z\">");
  web.script("/sitemap.xml", {sitemap({{"/a", "2026-03-01"}})});
  web.script("/a", {later});
  add_source("/sitemap.xml");
  run();
  run();
  BOOST_TEST(titles().empty());
  run();
  BOOST_TEST(titles() == (std::set<std::string>{"a"}), boost::test_tools::per_element());
  run();
  BOOST_TEST(requests("/a") == 3u);
}

BOOST_AUTO_TEST_CASE(too_many_pages_that_go_at_once_are_kept_until_accepted) {
  request.job.gates.source_share = 0.5;
  script_site();
  run();
  for (std::string const name : {"/a", "/b"}) web.script(name, {status(410)});
  BOOST_TEST(run().index.failure.has_value());
  BOOST_TEST(titles().size() == 3u);
  request.accepted = {"source-posts"};
  run();
  BOOST_TEST(titles() == (std::set<std::string>{"c"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
