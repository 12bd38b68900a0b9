// Exported lines.
#include "present/reports/post_json.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

using namespace pressmark;
using Json = nlohmann::ordered_json;

BOOST_AUTO_TEST_SUITE(post_json)

BOOST_AUTO_TEST_CASE(a_line_has_its_members_in_their_order) {
  std::vector<std::string> const expected{"id",    "guid",     "url",       "title",   "author",
                                          "site",  "language", "published", "updated", "categories",
                                          "image", "summary",  "html",      "source",  "change"};
  std::vector<std::string> names;
  auto const line = Json::parse(pressmark::post_json("id", 1, Post{}));
  for (auto const& [name, value] : line.items()) names.push_back(name);
  BOOST_TEST(names == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(nothing_of_a_post_is_lost) {
  Post post;
  post.site = "example.org";
  post.guid = "tag:example.org,2026:1";
  post.url = "https://example.org/1";
  post.title = "One & <only>";
  post.author = "Ada Writer";
  post.language = "en-GB";
  post.published = *parse_date("2026-01-24T08:00:00Z");
  post.updated = *parse_date("2026-02-01T00:00:00Z");
  post.categories = {"A", "B"};
  post.image = "https://example.org/1.png";
  post.summary = "<b>short</b>";
  post.html = "<p class=\"x\">\n\tLong “text” 🚀\r\n</p>";
  post.source = "feed.xml";
  auto const text = pressmark::post_json("0123", 42, post);
  BOOST_TEST(text.find('\n') == std::string::npos);
  auto const line = Json::parse(text);
  BOOST_TEST(line["id"] == "0123");
  BOOST_TEST(line["guid"] == post.guid);
  BOOST_TEST(line["url"] == post.url);
  BOOST_TEST(line["title"] == post.title);
  BOOST_TEST(line["author"] == post.author);
  BOOST_TEST(line["site"] == post.site);
  BOOST_TEST(line["language"] == post.language);
  BOOST_TEST(line["published"] == "2026-01-24T08:00:00Z");
  BOOST_TEST(line["updated"] == "2026-02-01T00:00:00Z");
  BOOST_TEST(line["categories"] == Json::array({"A", "B"}));
  BOOST_TEST(line["image"] == post.image);
  BOOST_TEST(line["summary"] == post.summary);
  BOOST_TEST(line["html"] == post.html);
  BOOST_TEST(line["source"] == post.source);
  BOOST_TEST(line["change"] == 42);
}

BOOST_AUTO_TEST_CASE(unknown_times_are_null) {
  auto const line = Json::parse(pressmark::post_json("id", 1, Post{}));
  for (auto const* name : {"published", "updated", "image"}) BOOST_TEST(line[name].is_null(), name);
  BOOST_TEST(line["author"] == "");
  BOOST_TEST(line["categories"] == Json::array());
}

BOOST_AUTO_TEST_SUITE_END()
