// Web pages and Markdown through parse_source(): told by content and name.
#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>

#include "common/base/error.h"
#include "tests/indexer/support/parsed_feed.h"

using namespace pressmark;

namespace {

constexpr std::string_view kPage =
    "<!DOCTYPE html><title>On mortar</title><article><h1>On mortar</h1><p>Lime sets slowly.</p></article>";

ParsedFeed read(std::string_view bytes, std::string const& name, Timestamp now = Timestamp::max()) {
  ParseOptions options;
  options.source = name;
  options.now = now;
  return parse_text(bytes, options);
}

struct Recognised {
  std::string_view bytes;
  std::string_view name;
  std::string_view title;
};

constexpr Recognised kRecognised[] = {
    {kPage, "mortar.html", "On mortar"},
    {kPage, "standard input", "On mortar"},
    {"<section><h1>On slate</h1><p>Slate splits.</p></section>", "slate.htm", "On slate"},
    {"---\ntitle: On tiles\n---\nTiles overlap.", "standard input", "On tiles"},
    {"+++\ntitle = \"On tiles\"\n+++\nTiles overlap.", "post.txt", "On tiles"},
    {"# On chimneys\n\nSoot falls.", "chimneys.md", "On chimneys"},
    {"# On chimneys\n\nSoot falls.", "CHIMNEYS.Markdown", "On chimneys"},
    {"<p align=center>Badge</p>\n\n# On beams\n\nOak.", "beams.md", "beams"},
    {"{\n\"title\": \"On doors\"\n}\nHinges.", "doors.md", "On doors"},
    {"<rss version='2.0'><channel><item><title>On feeds</title></item></channel></rss>", "feed.md",
     "On feeds"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(page_source)

BOOST_AUTO_TEST_CASE(tells_pages_and_markdown_by_content_then_by_name) {
  for (auto const& [bytes, name, title] : kRecognised) {
    BOOST_TEST_CONTEXT(name << ": " << bytes) {
      auto const feed = read(bytes, std::string(name));
      BOOST_REQUIRE_EQUAL(feed.posts.size(), 1u);
      BOOST_TEST(feed.posts[0].title == title);
      BOOST_TEST(!feed.posts[0].guid.empty());
      BOOST_TEST(feed.report.posts == 1u);
    }
  }
}

BOOST_AUTO_TEST_CASE(takes_no_page_under_the_name_of_a_feed) {
  for (auto const* name : {"feed.xml", "rss.RSS", "index.json"}) {
    BOOST_CHECK_EXCEPTION(read(kPage, name), Error, [](Error const& error) {
      return std::string_view(error.what()).ends_with("is a web page, not a feed");
    });
  }
}

BOOST_AUTO_TEST_CASE(skips_what_may_not_be_seen_and_says_why) {
  Timestamp const now{std::chrono::sys_days{std::chrono::year{2026} / 3 / 14}};
  constexpr std::pair<std::string_view, std::string_view> kHidden[] = {
      {"<html><meta name=robots content=noindex><p>Text</p></html>", "asks not to be indexed"},
      {"---\ndraft: true\n---\nText", "is a draft"},
      {"<html><meta property='article:published_time' content='2027-01-01'><p>Text</p></html>",
       "waits until 2027-01-01T00:00:00Z"},
  };
  for (auto const& [bytes, why] : kHidden) {
    auto const feed = read(bytes, "page", now);
    BOOST_TEST(feed.posts.empty());
    BOOST_TEST(feed.report.skipped == 1u);
    BOOST_REQUIRE_EQUAL(feed.report.problems.size(), 1u);
    BOOST_TEST(feed.report.problems[0].what.find(why) != std::string::npos);
    BOOST_TEST(feed.report.problems[0].where == "page");
  }
}

BOOST_AUTO_TEST_CASE(holds_no_more_of_a_page_than_the_limit) {
  ParseOptions options;
  options.source = "endless.html";
  options.limits.item_html_bytes = 1'000;
  auto const feed = parse_text(std::string(kPage) + std::string(200'000, ' '), options);
  BOOST_TEST(feed.posts.empty());
  BOOST_REQUIRE_EQUAL(feed.report.problems.size(), 1u);
  BOOST_TEST(feed.report.problems[0].what.find("limit of 1000 bytes") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
