// RSS 0.90, 1.0 and 1.1.
#include <boost/test/unit_test.hpp>

#include "tests/indexer/support/parsed_feed.h"

using namespace pressmark;

BOOST_AUTO_TEST_SUITE(rdf)

BOOST_AUTO_TEST_CASE(reads_items_beside_the_channel) {
  auto const feed = parse_text(
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'"
      " xmlns:dc='http://purl.org/dc/elements/1.1/'>"
      "<channel rdf:about='https://example.org/rss'><title>Notes</title><link>https://example.org/</link>"
      "<items><rdf:Seq><rdf:li rdf:resource='https://example.org/1'/></rdf:Seq></items></channel>"
      "<item rdf:about='https://example.org/1'><title>One</title><link>/1?utm_source=rss</link>"
      "<dc:creator>Ann</dc:creator><dc:date>2026-01-24</dc:date><dc:subject>Soil</dc:subject></item>"
      "<item rdf:about='https://example.org/2'><title>Two</title></item></rdf:RDF>");
  BOOST_REQUIRE_EQUAL(feed.posts.size(), 2u);
  auto const& post = feed.posts[0];
  BOOST_TEST(post.guid == "https://example.org/1");
  BOOST_TEST(post.url == "https://example.org/1");
  BOOST_TEST(post.author == "Ann");
  BOOST_TEST(format_day(post.published.value()) == "2026-01-24");
  BOOST_TEST(post.categories.at(0) == "Soil");
  BOOST_TEST(feed.posts[1].url == "https://example.org/2");
}

BOOST_AUTO_TEST_CASE(reads_the_first_version) {
  auto const feed = parse_text(
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
      " xmlns='http://my.netscape.com/rdf/simple/0.9/'><channel><title>Old</title></channel>"
      "<item><title>One</title><link>https://example.org/1</link></item></rdf:RDF>");
  BOOST_TEST(feed.posts.at(0).guid == "https://example.org/1");
}

BOOST_AUTO_TEST_CASE(reads_items_in_the_channel) {
  auto const feed = parse_text(
      "<!-- made by hand --><Channel xmlns='http://purl.org/net/rss1.1#' rdf:about='https://example.org/rss'"
      " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xml:lang='en'><title>Notes</title>"
      "<link>https://example.org/</link><description>All</description>"
      "<image rdf:parseType='Resource'><title>Logo</title><url>https://example.org/i.png</url></image>"
      "<items rdf:parseType='Collection'><item rdf:about='https://example.org/1'><title>One</title>"
      "<link>https://example.org/1</link><description>Of one</description></item>"
      "<item rdf:about='https://example.org/2'><title>Two</title><link>https://example.org/2</link></item>"
      "</items></Channel>");
  BOOST_TEST(feed.posts.at(0).site == "example.org");
  BOOST_REQUIRE_EQUAL(feed.posts.size(), 2u);
  BOOST_TEST(feed.posts[0].guid == "https://example.org/1");
  BOOST_TEST(feed.posts[0].html == "Of one");
  BOOST_TEST(feed.posts[0].language == "en");
  BOOST_TEST(feed.posts[1].url == "https://example.org/2");
}

BOOST_AUTO_TEST_CASE(reads_the_channel_under_any_prefix) {
  auto const feed = parse_text(
      "<r:Channel xmlns:r='http://purl.org/net/rss1.1#'><r:title>Notes</r:title><r:items>"
      "<r:item><r:title>One</r:title></r:item></r:items></r:Channel>");
  BOOST_TEST(feed.posts.at(0).title == "One");
}

BOOST_AUTO_TEST_SUITE_END()
