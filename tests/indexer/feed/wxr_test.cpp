// Which items of a WordPress export are posts, and what they say.
#include <boost/test/unit_test.hpp>
#include <string>

#include "tests/indexer/support/parsed_feed.h"

using namespace pressmark;

namespace {

ParsedFeed parse(std::string const& items) {
  return parse_text(
      "<rss version='2.0' xmlns:wp='http://wordpress.org/export/1.2/'"
      " xmlns:excerpt='http://wordpress.org/export/1.2/excerpt/'"
      " xmlns:content='http://purl.org/rss/1.0/modules/content/'"
      " xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>Garden</title>"
      "<link>https://garden.example</link><wp:wxr_version>1.2</wp:wxr_version>"
      "<wp:author><wp:author_login>ann</wp:author_login>"
      "<wp:author_display_name>Ann Lee</wp:author_display_name></wp:author>" +
      items + "</channel></rss>");
}

std::string item(std::string const& type, std::string const& status, std::string const& more = {}) {
  return "<item><title>T</title><wp:post_type>" + type + "</wp:post_type><wp:status>" + status +
         "</wp:status>" + more + "</item>";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(wxr)

BOOST_AUTO_TEST_CASE(gives_public_posts_and_pages) {
  auto const feed = parse(item("post", "publish", "<link>https://garden.example/1</link>") +
                          item("page", "publish", "<link>https://garden.example/2</link>"));
  BOOST_TEST(feed.posts.size() == 2u);
  BOOST_TEST(feed.report.problems.empty());
}

BOOST_AUTO_TEST_CASE(passes_over_what_is_no_post) {
  auto const feed = parse(item("attachment", "inherit") + item("nav_menu_item", "publish") +
                          item("revision", "inherit") + item("post", "trash") + item("post", "auto-draft"));
  BOOST_TEST(feed.posts.empty());
  BOOST_TEST(feed.report.skipped == 0u);
  BOOST_TEST(feed.report.problems.empty());
}

BOOST_AUTO_TEST_CASE(keeps_back_what_is_not_public_and_says_so) {
  auto const feed = parse(item("post", "draft") + item("page", "draft") + item("post", "private") +
                          item("post", "pending") + item("post", "future") +
                          item("post", "publish", "<wp:post_password>x</wp:post_password>"));
  BOOST_TEST(feed.posts.empty());
  BOOST_TEST(feed.report.skipped == 6u);
  BOOST_REQUIRE_EQUAL(feed.report.problems.size(), 5u);  // one for each reason
  BOOST_TEST(feed.report.problems[0].what == "2 items are each a draft and left out");
}

BOOST_AUTO_TEST_CASE(reads_what_wordpress_says_beyond_rss) {
  auto const feed =
      parse(item("post", "publish",
                 "<dc:creator>ann</dc:creator><pubDate>Mon, 30 Nov -0001 00:00:00 +0000</pubDate>"
                 "<wp:post_date_gmt>2026-01-24 08:00:00</wp:post_date_gmt>"
                 "<wp:post_modified_gmt>0000-00-00 00:00:00</wp:post_modified_gmt>"
                 "<category domain='category' nicename='soil'>Soil</category>"
                 "<category domain='post_tag' nicename='worms'>Worms</category>"
                 "<category domain='post_format' nicename='aside'>Aside</category>"
                 "<excerpt:encoded><![CDATA[Short]]></excerpt:encoded>"
                 "<content:encoded><![CDATA[One line\n\nanother <pre>a\n\nb</pre>]]></content:encoded>"));
  BOOST_REQUIRE_EQUAL(feed.posts.size(), 1u);
  auto const& post = feed.posts[0];
  BOOST_TEST(post.author == "Ann Lee");
  BOOST_TEST(format_rfc3339(post.published.value()) == "2026-01-24T08:00:00Z");
  BOOST_TEST(!post.updated);
  BOOST_TEST(post.categories.size() == 2u);
  BOOST_TEST(post.summary == "Short");
  BOOST_TEST(post.html == "One line\n<p>another <pre>a\n\nb</pre>");
  BOOST_TEST(feed.report.problems.empty());
}

BOOST_AUTO_TEST_SUITE_END()
