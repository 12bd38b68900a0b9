// Exported lines.
#include "present/reports/post_json.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <ostream>

#include "common/date/parse_date.h"
#include "common/strings/utf8.h"
#include "indexer/feed/json/json_lines.h"
#include "tests/support/printing.h"

using namespace pressmark;
using Json = nlohmann::ordered_json;

namespace {

std::string const kId = "0123456789abcdef0123456789abcdef";

std::vector<Post> posts_to_keep() {
  Post bare;
  bare.guid = "1";
  Post odd;
  odd.guid = std::string("nul\0inside", 10);
  odd.site = "https://example.org";
  odd.title = "\xEF\xBB\xBF\"quoted\" \\ / 日本 \xF0\x9F\x9A\x80";
  odd.categories = {"", std::string("\0", 1), "A", "A"};
  odd.html = "<p>\r\n\t\x01\x1F\x7F\xE2\x80\xA8</p>";
  odd.published = *parse_date("0001-01-01T00:00:00Z");
  odd.updated = *parse_date("9999-12-31T23:59:59Z");
  Post large;
  large.guid = "large";
  large.html = std::string(3'000'000, '"');
  return {bare, odd, large};
}

}  // namespace

namespace pressmark {
// What a failing case prints.
static std::ostream& operator<<(std::ostream& out, Post const& post) {
  return out << post.guid;
}
}  // namespace pressmark

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

BOOST_DATA_TEST_CASE(a_written_post_is_read_back_the_same, posts_to_keep(), post) {
  auto const line = pressmark::post_json(kId, 42, post);
  auto const archived = parse_exported_post(line);
  BOOST_TEST_REQUIRE(archived.has_value());
  BOOST_TEST(archived->id == kId);
  BOOST_TEST(archived->change == 42);
  BOOST_TEST(archived->post == post);
  BOOST_TEST(pressmark::post_json(archived->id, archived->change, archived->post) == line);
}

BOOST_AUTO_TEST_CASE(every_character_is_read_back_the_same) {
  for (char32_t first = 0; first <= 0x10FFFF; first += 0x100) {
    if (first >= 0xD800 && first <= 0xDFFF) continue;  // surrogates are no characters
    Post post;
    post.guid = "1";
    for (char32_t c = first; c < first + 0x100; ++c) append_utf8(post.html, c);
    auto const archived = parse_exported_post(pressmark::post_json(kId, 1, post));
    BOOST_TEST_REQUIRE(archived.has_value());
    BOOST_TEST_REQUIRE(archived->post == post);
  }
}

BOOST_AUTO_TEST_SUITE_END()
