// Searches as JSON Feed.
#include "present/feeds/json_feed.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "common/date/parse_date.h"
#include "sample_feed.h"

using namespace pressmark;
using Json = nlohmann::json;

namespace {

Json read(SearchFeed const& feed) {
  return Json::parse(pressmark::json_feed(feed));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(json_feed)

BOOST_AUTO_TEST_CASE(a_feed_names_itself_its_page_and_what_comes_next) {
  auto feed = read(sample_feed(kJsonFeed));
  feed.erase("items");
  BOOST_TEST(feed == Json::parse(R"({
    "version": "https://jsonfeed.org/version/1.1",
    "title": "größe ledger – Notes & more",
    "home_page_url": "https://search.example/find/search?q=gr%C3%B6%C3%9Fe+ledger&sort=newest",
    "feed_url": "https://search.example/find/search.json?q=gr%C3%B6%C3%9Fe+ledger&limit=2",
    "next_url": "https://search.example/find/search.json?q=gr%C3%B6%C3%9Fe+ledger&limit=2&page=2"})"));
}

BOOST_AUTO_TEST_CASE(an_item_says_all_that_is_known_of_a_post) {
  auto results = sample_results();
  results.hits[0].updated = parse_date("2026-04-05T00:00:00Z").value();
  auto item = read(sample_feed(kJsonFeed, results))["items"][0];
  auto const html = item["content_html"].get<std::string>();
  BOOST_TEST(html.find("<mark>ledgers</mark>") != std::string::npos);
  item.erase("content_html");
  BOOST_TEST(item == Json::parse(R"({
    "id": "urn:uuid:01234567-89ab-8def-8123-456789abcdef",
    "url": "https://example.org/2026/ledger#growth",
    "title": "Der Größenwahn <of> ledgers",
    "summary": "Why ledgers grow.",
    "image": "https://example.org/ledger.png",
    "date_published": "2026-04-03T05:28:30Z",
    "date_modified": "2026-04-05T00:00:00Z",
    "authors": [{"name": "Ada Writer"}],
    "tags": ["Storage", "Ledgers & more"],
    "language": "en"})"));
}

BOOST_AUTO_TEST_CASE(what_is_not_known_is_left_out) {
  BOOST_TEST(read(sample_feed(kJsonFeed))["items"][1] == Json::parse(R"({
    "id": "urn:uuid:fedcba98-7654-8210-bedc-ba9876543210",
    "url": "https://example.org/bare",
    "content_html": ""})"));
}

BOOST_AUTO_TEST_CASE(a_search_that_finds_nothing_is_a_feed_without_items) {
  auto const feed = read(sample_feed(kJsonFeed, SearchResults{}));
  BOOST_TEST(feed["items"] == Json::array());
  BOOST_TEST(!feed.contains("next_url"));
}

BOOST_AUTO_TEST_CASE(no_text_breaks_the_document) {
  auto results = sample_results();
  results.hits[0].title.text = "bell\x07 \xFF \"\\ </script>";
  BOOST_TEST(read(sample_feed(kJsonFeed, results))["items"][0]["title"] ==
             "bell\x07 \xEF\xBF\xBD \"\\ </script>");
}

BOOST_AUTO_TEST_SUITE_END()
