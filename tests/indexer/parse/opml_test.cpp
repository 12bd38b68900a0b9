// Lists of feeds.
#include "indexer/parse/opml.h"

#include <boost/test/unit_test.hpp>
#include <string_view>

using namespace pressmark;

namespace {

std::vector<ListedFeed> parse(std::string_view text) {
  MemoryStream bytes(text);
  ParseOptions options;
  options.source = "feeds.opml";
  return parse_opml(bytes, options);
}

bool is_list(std::string_view text) {
  MemoryStream bytes(text);
  return is_feed_list(bytes, {});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(opml)

BOOST_AUTO_TEST_CASE(names_every_feed_once_however_deep) {
  auto const feeds = parse(
      "<opml version='2.0'><head><title>Mine</title></head><body><outline text='Folder'>"
      "<outline text='A' title='Ann &amp; Bob' xmlUrl='https://a.example/rss?x=1&amp;y=2'/>"
      "<outline text='B' xmlurl=b.xml></outline></outline>"
      "<outline text='A again' xmlUrl='https://a.example/rss?x=1&amp;y=2'/>"
      "<outline text='No feed' htmlUrl='https://c.example/'/></body></opml>");
  BOOST_REQUIRE_EQUAL(feeds.size(), 2u);
  BOOST_TEST(feeds[0].title == "Ann & Bob");
  BOOST_TEST(feeds[0].url == "https://a.example/rss?x=1&y=2");
  BOOST_TEST(feeds[1].title == "B");
  BOOST_TEST(feeds[1].url == "b.xml");
}

BOOST_AUTO_TEST_CASE(is_told_from_a_feed) {
  BOOST_TEST(is_list("<?xml version='1.0'?><!-- mine --><opml version='1.0'></opml>"));
  BOOST_TEST(!is_list("<rss><channel/></rss>"));
  BOOST_TEST(!is_list(""));
}

BOOST_AUTO_TEST_SUITE_END()
