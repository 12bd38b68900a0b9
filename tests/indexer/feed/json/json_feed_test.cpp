// JSON Feed as its authors meant it, and as others write it.
#include "indexer/feed/json/json_feed.h"

#include <boost/test/unit_test.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "common/base/error.h"
#include "tests/indexer/support/parsed_source.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

ParsedSource read(std::string_view text, ParseOptions const& options = {}) {
  return parsed(parse_json_feed, text, options);
}

// A feed with these items, each of which is JSON.
std::string feed_of(std::string const& items) {
  return R"({"version":"https://jsonfeed.org/version/1.1","home_page_url":"https://example.org/","items":[)" +
         items + "]}";
}

Post only_post(std::string const& item) {
  auto const result = read(feed_of(item));
  BOOST_REQUIRE(result.posts.size() == 1u);
  return result.posts.front();
}

using Names = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(json_feed)

BOOST_AUTO_TEST_CASE(reads_all_that_version_1_1_says_of_a_post) {
  auto const [report, posts] = read(R"({
    "version": "https://jsonfeed.org/version/1.1",
    "items": [{
      "id": "urn:1", "url": "/one", "external_url": "https://elsewhere.example/",
      "title": " One &  two ", "content_html": "<p>Text</p>", "content_text": "Other", "summary": "a < b",
      "image": "img/one.png", "banner_image": "https://example.org/banner.png",
      "date_published": "2026-01-24T08:00:00+01:00", "date_modified": "2026-01-25T08:00:00Z",
      "authors": [{"name": "Ann Lee"}, {"name": "Bo", "url": "https://bo.example/"}],
      "tags": ["c++", "search", "c++"], "language": "de"}],
    "title": "A site", "home_page_url": "https://example.org/blog/", "feed_url": "https://example.org/feed.json",
    "language": "en"})");
  BOOST_TEST(report.posts == 1u);
  BOOST_TEST(report.problems.empty());
  BOOST_REQUIRE(posts.size() == 1u);
  auto const& post = posts[0];
  BOOST_TEST(post.guid == "urn:1");
  BOOST_TEST(post.site == "example.org");
  BOOST_TEST(post.url == "https://example.org/one");
  BOOST_TEST(post.title == "One & two");
  BOOST_TEST(post.html == "<p>Text</p>");
  BOOST_TEST(post.summary == "a &lt; b");
  BOOST_TEST(post.image == "https://example.org/blog/img/one.png");
  BOOST_TEST(format_rfc3339(post.published.value()) == "2026-01-24T07:00:00Z");
  BOOST_TEST(format_rfc3339(post.updated.value()) == "2026-01-25T08:00:00Z");
  BOOST_TEST(post.author == "Ann Lee, Bo");
  BOOST_TEST(post.categories == (Names{"c++", "search"}), boost::test_tools::per_element());
  BOOST_TEST(post.language == "de");
}

BOOST_AUTO_TEST_CASE(takes_author_and_language_of_the_feed_where_an_item_has_none) {
  auto const [report, posts] = read(
      R"({"items":[{"id":"1","title":"a"},{"id":"2","title":"b","author":{"name":"Bo"}}],
          "author":{"name":"Ann"},"language":"en","version":"https://jsonfeed.org/version/1"})");
  BOOST_REQUIRE(posts.size() == 2u);
  BOOST_TEST(posts[0].author == "Ann");
  BOOST_TEST(posts[0].language == "en");
  BOOST_TEST(posts[1].author == "Bo");
}

BOOST_AUTO_TEST_CASE(makes_html_of_plain_text) {
  auto const post = only_post(R"({"id":"1","content_text":"if a < b\nthen\n\n\nnext & last\n"})");
  BOOST_TEST(post.html == "<p>if a &lt; b<br>\nthen</p>\n<p>next &amp; last</p>\n");
}

BOOST_AUTO_TEST_CASE(is_lenient_about_types) {
  auto const post = only_post(
      R"({"id":7,"title":["x"],"url":null,"content_html":"t","tags":"one","authors":"Ann","image":{},
          "date_published":20260124,"language":false})");
  BOOST_TEST(post.guid == "7");
  BOOST_TEST(post.title.empty());
  BOOST_TEST(post.author == "Ann");
  BOOST_TEST(post.categories == (Names{"one"}), boost::test_tools::per_element());
  BOOST_TEST(format_rfc3339(post.published.value()) == "2026-01-24T00:00:00Z");
  BOOST_TEST(only_post(R"({"id":"1","title":"t","tags":[{"name":"a"},{"term":"b"},3,null]})").categories ==
                 (Names{"a", "b"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(finds_the_address_where_it_stands) {
  BOOST_TEST(only_post(R"({"id":"https://example.org/1","title":"t"})").url == "https://example.org/1");
  BOOST_TEST(only_post(R"({"external_url":"https://other.example/","title":"t"})").url ==
             "https://other.example/");
  BOOST_TEST(only_post(R"({"id":"1","url":"data:text/html,x","title":"t"})").url.empty());
  BOOST_TEST(only_post(R"({"url":"https://example.org/a","title":"t"})").guid == "https://example.org/a");
}

BOOST_AUTO_TEST_CASE(reports_dates_it_cannot_read_and_keeps_the_post) {
  auto const [report, posts] = read(feed_of("\n{\"id\":\"1\",\"title\":\"t\",\"date_published\":\"soon\"}"));
  BOOST_REQUIRE(posts.size() == 1u);
  BOOST_TEST(!posts[0].published);
  BOOST_TEST(first_problem(report) == "source.json:2: \"soon\" is not a date that can be read");
}

BOOST_AUTO_TEST_CASE(leaves_out_what_is_no_post_and_what_is_still_to_come) {
  using namespace std::chrono;
  ParseOptions options;
  options.now = sys_days{2026y / March / 1};
  auto const [report, posts] = read(
      feed_of(
          R"({"id":"1"},"text",{"id":"2","title":"t","date_published":"2026-03-02"},{"id":"3","title":"t"})"),
      options);
  BOOST_TEST(posts.size() == 1u);
  BOOST_TEST(report.posts == 1u);
  BOOST_TEST(report.skipped == 3u);
  BOOST_TEST(report.problems.size() == 3u);
}

BOOST_AUTO_TEST_CASE(stops_giving_at_the_limit_of_items) {
  ParseOptions options;
  options.limits.max_posts = 2;
  auto const [report, posts] =
      read(feed_of(R"({"id":"1","title":"a"},{"id":"2","title":"b"},{"id":"3","title":"c"})"), options);
  BOOST_TEST(posts.size() == 2u);
  BOOST_TEST(report.skipped == 1u);
}

BOOST_AUTO_TEST_CASE(keeps_the_items_before_a_break_and_names_the_place) {
  auto const whole = feed_of("{\"id\":\"1\",\"title\":\"a\"},\n{\"id\":\"2\",\"title\":\"b\"}");
  auto const [report, posts] = read(whole.substr(0, whole.size() - 5));
  BOOST_REQUIRE(posts.size() == 1u);
  BOOST_TEST(posts[0].guid == "1");
  BOOST_TEST(first_problem(report).starts_with("source.json:2:"));
}

BOOST_AUTO_TEST_CASE(refuses_what_is_no_json_feed) {
  for (auto const* const text : {"", "{", "[]", "7", "{}", R"({"version":"https://jsonfeed.org/version/1"})",
                                 R"([{"items":[]}])", R"({"items":[{"id":)"}) {
    BOOST_CHECK_EXCEPTION((void)read(text), Error,
                          [](Error const& error) { return error.code() == ErrorCode::bad_source; });
  }
}

BOOST_AUTO_TEST_CASE(takes_a_feed_without_items_as_empty) {
  BOOST_TEST(read(feed_of("")).report.posts == 0u);
}

BOOST_AUTO_TEST_CASE(lets_errors_of_the_taker_pass) {
  MemoryStream bytes("{\"items\":[{\"id\":\"1\",\"title\":\"t\"}]}");
  BOOST_CHECK_THROW((void)parse_json_feed(bytes, {}, [](Post&&) { throw std::logic_error("full"); }),
                    std::logic_error);
}

BOOST_AUTO_TEST_CASE(is_recognised_however_its_version_is_escaped) {
  constexpr std::string_view kFeed =
      R"({"version": "https:\/\/jsonfeed.org\/version\/1", "items": [{"id": "1", "title": "One"}]})";
  BOOST_TEST(parsed(parse_source, kFeed).posts.at(0).title == "One");
}

BOOST_AUTO_TEST_SUITE_END()
