// Items that are broken, repeated or too much: the rest of the feed is read all the same.
#include <boost/test/unit_test.hpp>
#include <set>
#include <string>

#include "tests/indexer/support/parsed_feed.h"

using namespace pressmark;

namespace {

ParsedFeed parse(std::string const& items, InputLimits const& limits = {}) {
  ParseOptions options;
  options.source = "feed.xml";
  options.limits = limits;
  return parse_text("<rss version='2.0'>\n<channel>\n" + items + "</channel>\n</rss>\n", options);
}

std::set<std::string> guids(ParsedFeed const& feed) {
  std::set<std::string> result;
  for (auto const& post : feed.posts) result.insert(post.guid);
  return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(rss_problems)

BOOST_AUTO_TEST_CASE(skips_an_item_without_substance) {
  auto const feed = parse("<item><title>One</title></item>\n<item>\n<pubDate>2026</pubDate></item>\n");
  BOOST_TEST(feed.posts.size() == 1u);
  BOOST_TEST(feed.report.skipped == 1u);
  BOOST_REQUIRE_EQUAL(feed.report.problems.size(), 1u);
  BOOST_TEST(feed.report.problems[0].what == "the item has no title, no link and no content");
  BOOST_TEST(feed.report.problems[0].where == "feed.xml:4");
}

BOOST_AUTO_TEST_CASE(keeps_a_post_whose_date_is_unreadable) {
  auto const feed = parse("<item><title>One</title><pubDate>last week</pubDate></item>\n");
  BOOST_REQUIRE_EQUAL(feed.posts.size(), 1u);
  BOOST_TEST(!feed.posts[0].published);
  BOOST_TEST(feed.report.skipped == 0u);
  BOOST_REQUIRE_EQUAL(feed.report.problems.size(), 1u);
  BOOST_TEST(feed.report.problems[0].what.find("last week") != std::string::npos);
  BOOST_TEST(feed.report.problems[0].where == "feed.xml:3");
}

BOOST_AUTO_TEST_CASE(counts_all_problems_and_lists_the_first) {
  std::string items;
  for (int i = 0; i < 250; ++i) items += "<item></item>\n";
  auto const feed = parse(items);
  BOOST_TEST(feed.report.problem_count == 250u);
  BOOST_TEST(feed.report.skipped == 250u);
  BOOST_REQUIRE_EQUAL(feed.report.problems.size(), FeedReport::kMaxProblems);
  BOOST_TEST(feed.report.problems.back().where == "feed.xml:102");
}

BOOST_AUTO_TEST_CASE(stops_at_the_limit_of_items) {
  InputLimits limits;
  limits.max_posts = 2;
  auto const feed = parse(
      "<item><title>1</title></item>\n<item><title>2</title></item>\n"
      "<item><title>3</title></item>\n<item><title>4</title></item>\n",
      limits);
  BOOST_TEST(feed.posts.size() == 2u);
  BOOST_TEST(feed.report.skipped == 2u);
  BOOST_REQUIRE_EQUAL(feed.report.problems.size(), 1u);
  BOOST_TEST(feed.report.problems[0].where == "feed.xml:5");
}

BOOST_AUTO_TEST_CASE(skips_an_item_that_is_too_large) {
  InputLimits limits;
  limits.item_html_bytes = 10;
  auto const feed = parse(
      "<item><description>0123456789</description></item>\n"
      "<item><description>0123456789x</description></item>\n",
      limits);
  BOOST_TEST(feed.posts.size() == 1u);
  BOOST_TEST(feed.report.skipped == 1u);
  BOOST_REQUIRE_EQUAL(feed.report.problems.size(), 1u);
  BOOST_TEST(feed.report.problems[0].where == "feed.xml:4");
}

BOOST_AUTO_TEST_CASE(skips_an_item_that_repeats_another) {
  std::string const item = "<item><title>One</title><guid>1</guid></item>\n";
  auto const feed = parse(item + "<item><title>Two</title></item>\n" + item);
  BOOST_TEST(feed.posts.size() == 2u);
  BOOST_TEST(feed.report.skipped == 1u);
  BOOST_REQUIRE_EQUAL(feed.report.problems.size(), 1u);
  BOOST_TEST(feed.report.problems[0].what == "the item repeats that of line 3");
  BOOST_TEST(feed.report.problems[0].where == "feed.xml:5");
}

BOOST_AUTO_TEST_CASE(tells_different_posts_apart_that_share_a_guid) {
  std::string const one = "<item><title>One</title><guid>0</guid><link>https://example.org/1</link></item>\n";
  std::string const two = "<item><title>Two</title><guid>0</guid><link>https://example.org/2</link></item>\n";
  std::string const three =
      "<item><title>Three</title><guid>0</guid><link>https://example.org/3</link></item>\n";
  auto const before = parse(one + two);
  auto const after = parse(three + one + two);
  BOOST_TEST(guids(before).size() == 2u);
  BOOST_TEST(guids(after).size() == 3u);
  BOOST_TEST(before.report.problems.size() == 1u);
  BOOST_TEST(before.report.skipped == 0u);
  BOOST_TEST(before.posts[0].guid == after.posts[1].guid);  // a newer post takes nobody's identity
}

BOOST_AUTO_TEST_CASE(reads_the_encoding_that_is_declared_and_says_what_is_none) {
  std::string const feed_of = "?><rss><channel><item><title>Caf\xE9</title></item></channel></rss>";
  auto const latin = parse_text("<?xml version='1.0' encoding='ISO-8859-1'" + feed_of);
  BOOST_REQUIRE_EQUAL(latin.posts.size(), 1u);
  BOOST_TEST(latin.posts[0].title == "Café");
  BOOST_TEST(latin.report.problems.empty());

  auto const unknown = parse_text("<?xml version='1.0' encoding='no-such'" + feed_of);
  BOOST_TEST(unknown.posts.size() == 1u);
  BOOST_REQUIRE(!unknown.report.problems.empty());
  BOOST_TEST(unknown.report.problems[0].what.find("no-such") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(drops_control_characters_without_a_word) {
  auto const feed = parse("<item><title>a\bb" + std::string(1, '\0') + "c</title></item>");
  BOOST_REQUIRE_EQUAL(feed.posts.size(), 1u);
  BOOST_TEST(feed.posts[0].title == "abc");
  BOOST_TEST(feed.report.problems.empty());
}

BOOST_AUTO_TEST_SUITE_END()
