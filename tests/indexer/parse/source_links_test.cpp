// What a document is, and which feeds and pages it leads to.
#include "indexer/parse/source_links.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/error.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

SourceLinks read(std::string_view text, std::string const& source = "https://example.org/blog/") {
  MemoryStream bytes(text);
  ParseOptions options;
  options.source = source;
  return read_links(bytes, options);
}

std::vector<std::string> urls(SourceLinks const& links) {
  std::vector<std::string> urls;
  for (auto const& feed : links.feeds) urls.push_back(feed.url);
  return urls;
}

std::vector<std::string> list(std::vector<std::string> const& texts) {
  return texts;
}

struct Case {
  char const* text;
  DocumentKind kind;
};

Case const kDocuments[] = {
    {"<rss version='2.0'><channel/></rss>", DocumentKind::feed},
    {"<feed xmlns='http://www.w3.org/2005/Atom'/>", DocumentKind::feed},
    {"<Channel xmlns='http://purl.org/net/rss1.1#'/>", DocumentKind::feed},
    {"{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": []}", DocumentKind::feed},
    {"<opml version='2.0'><body/></opml>", DocumentKind::feed_list},
    {"<!DOCTYPE html><title>x</title>", DocumentKind::page},
    {"<html><body>x</body></html>", DocumentKind::page},
    {"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'/>", DocumentKind::sitemap},
    {"https://example.org/a\nhttps://example.org/b\n", DocumentKind::sitemap},
    {"<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'/>", DocumentKind::sitemap_index},
    {"---\ntitle: x\n---\ny", DocumentKind::other},
    {"https://example.org/ is where I write.", DocumentKind::other},
    {"{\"a\": 1}", DocumentKind::other},
    {"<svg/>", DocumentKind::other},
    {"%PDF-1.7", DocumentKind::other},
    {"", DocumentKind::other},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(source_links)

BOOST_DATA_TEST_CASE(say_what_the_document_is, boost::unit_test::data::make(kDocuments), c) {
  BOOST_TEST(read(c.text).kind == c.kind);
}

BOOST_AUTO_TEST_CASE(name_the_feeds_of_a_page_in_their_order) {
  auto const page = read(
      "<!DOCTYPE html><html><head><base href='https://example.org/'>"
      "<link rel=stylesheet href=s.css><link rel='alternate' hreflang=de href='/de/'>"
      "<link rel='alternate' type='application/json' href='/wp-json/wp/v2/posts/1'>"
      "<link rel='ALTERNATE' type='application/rss+xml; charset=utf-8' title=' All  posts ' "
      "href='feed/?a=1&amp;b=2'>"
      "<link rel='alternate' type='application/atom+xml' href='https://other.example/atom'>"
      "<link rel='alternate' type='application/rss+xml' href='/feed/?a=1&amp;b=2'>"
      "<link rel='alternate' type='application/rss+xml' href='feed:nothing'>"
      "<link rel='home alternate' type='application/feed+json' "
      "href='/feed.json'></head><body>x</body></html>");
  BOOST_TEST(urls(page) == list({"https://example.org/feed/?a=1&b=2", "https://other.example/atom",
                                 "https://example.org/feed.json"}));
  BOOST_TEST(page.feeds.at(0).title == "All posts");
}

BOOST_AUTO_TEST_CASE(leave_out_relative_addresses_of_a_page_without_one) {
  BOOST_TEST(read("<html><link rel=alternate type=application/rss+xml href=/feed></html>", "page.html")
                 .feeds.empty());
}

BOOST_AUTO_TEST_CASE(name_the_feeds_of_a_list) {
  constexpr std::string_view kList =
      "<opml><body><outline text='A' xmlUrl='https://a.example/rss'/><outline xmlUrl='b.xml'/></body></opml>";
  BOOST_TEST(urls(read(kList)) == list({"https://a.example/rss", "https://example.org/blog/b.xml"}));
  BOOST_TEST(urls(read(kList, "mine.opml")) == list({"https://a.example/rss", "b.xml"}));
}

BOOST_AUTO_TEST_CASE(are_those_that_parsing_the_feed_gives) {
  BOOST_TEST(read("<rss xmlns:atom='http://www.w3.org/2005/Atom'><channel><item><title>x</title></item>"
                  "<atom:link rel='next' href='?page=2'/></channel></rss>")
                 .links.next == "https://example.org/blog/?page=2");
  BOOST_TEST(read("<feed xmlns='http://www.w3.org/2005/Atom'><link rel='prev-archive' href='/1'/></feed>")
                 .links.prev_archive == "https://example.org/1");
  BOOST_TEST(read("<Channel xmlns='http://purl.org/net/rss1.1#'><complete"
                  " xmlns='http://purl.org/syndication/history/1.0'/></Channel>")
                 .links.is_complete);
  BOOST_TEST(read("{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{\"next_url\": \"/no\"}],"
                  " \"next_url\": \"/2.json\"}")
                 .links.next == "https://example.org/2.json");
}

BOOST_AUTO_TEST_CASE(cannot_be_read_from_a_feed_without_a_whole_item) {
  BOOST_CHECK_THROW(read("<rss><channel><item><title>x"), Error);
}

BOOST_AUTO_TEST_SUITE_END()
