// Feeds that are not well-formed or not whole: what can be taken is taken.
#include <boost/test/unit_test.hpp>
#include <string>

#include "common/base/error.h"
#include "tests/indexer/support/parsed_feed.h"

using namespace pressmark;

namespace {

ParsedFeed parse(std::string const& items) {
  return parse_text("<rss version='2.0'>\n<channel>\n" + items + "\n</channel>\n</rss>\n");
}

struct Case {
  std::string item;  // what stands in <item>
  std::string title;
};

Case const kBroken[] = {
    {"<title>Salt & pepper</title>", "Salt & pepper"},
    {"<title>1 < 2 and 3 <4</title>", "1 < 2 and 3 <4"},
    {"<title>Caf&eacute; &unknown;</title>", "Café &unknown;"},
    {"<title>One", "One"},
    {"<title>One</link>", "One"},
    {"<title>One</title></b></i>", "One"},
    {"<title>One</title><link>/1", "One"},
    {"<title a=1 b c='x\">One</title>", "One"},
    {"<title id=\"a<b\">One</title>", "One"},
    {"<title>One</title><description><p>a<br>b</description>", "One"},
    {"<x:y>z</x:y><title>One</title>", "One"},
    {"<title>One</title><description><![CDATA[a]]> ]]></description>", "One"},
    {"<title>O\x01n\x1F"
     "e</title>",
     "One"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(repair)

BOOST_AUTO_TEST_CASE(makes_the_best_of_a_broken_item_and_keeps_those_around_it) {
  for (auto const& [item, title] : kBroken) {
    BOOST_TEST_CONTEXT(item) {
      auto const feed = parse("<item><title>Before</title></item>\n<item>" + item +
                              "</item>\n<item><title>After</title></item>");
      BOOST_REQUIRE_EQUAL(feed.posts.size(), 3u);
      BOOST_TEST(feed.posts[0].title == "Before");
      BOOST_TEST(feed.posts[1].title == title);
      BOOST_TEST(feed.posts[2].title == "After");
      BOOST_TEST(feed.report.problems.empty());
    }
  }
}

BOOST_AUTO_TEST_CASE(ends_an_item_where_the_next_begins) {
  auto const feed = parse("<item><title>1</title>\n<item><title>2</title></item>\n<item><title>3</title>");
  BOOST_REQUIRE_EQUAL(feed.posts.size(), 3u);
  BOOST_TEST(feed.posts[0].title == "1");
  BOOST_TEST(feed.posts[2].title == "3");
}

BOOST_AUTO_TEST_CASE(passes_over_stray_end_tags_of_what_was_left_open_before) {
  auto const feed = parse(
      "<description>a<p>b\n<item><title>1</title></p><link>https://example.org/1</link></item>\n"
      "<item><title>2</title></item>");
  BOOST_REQUIRE_EQUAL(feed.posts.size(), 2u);
  BOOST_TEST(feed.posts[0].url == "https://example.org/1");
}

BOOST_AUTO_TEST_CASE(finds_items_behind_a_head_that_is_too_large_to_keep) {
  std::string head = "<language>de</language>";
  for (int i = 0; i < 100'000; ++i) head += "<category>Ein langes Wort für Blumenerde</category>\n";
  auto const feed = parse(head + "<item><title>1</title></item>");
  BOOST_TEST(feed.posts.at(0).language == "de");
  BOOST_TEST(feed.posts.size() == 1u);
}

BOOST_AUTO_TEST_CASE(keeps_the_markup_of_an_item_that_it_repairs) {
  auto const feed =
      parse("<item><description>&lt;p&gt;Salt &amp;amp; pepper&lt;/p&gt; & <b>x</description></item>");
  BOOST_REQUIRE_EQUAL(feed.posts.size(), 1u);
  BOOST_TEST(feed.posts[0].html == "&lt;p&gt;Salt &amp;amp; pepper&lt;/p&gt; & <b>x</b>");
}

BOOST_AUTO_TEST_CASE(takes_the_whole_items_of_a_feed_that_was_cut_off) {
  std::string const whole = "<rss>\n<channel><title>Notes</title>\n<item><title>1</title></item>\n";
  auto const cut = parse_text(whole + "<item>\n<title>2</ti");
  BOOST_TEST(cut.posts.size() == 1u);
  BOOST_TEST(cut.report.skipped == 1u);
  BOOST_REQUIRE_EQUAL(cut.report.problems.size(), 1u);
  BOOST_TEST(cut.report.problems[0].what == "the source ends in the middle of this item");
  BOOST_TEST(cut.report.problems[0].where == "feed.xml:4");

  auto const open = parse_text(whole);
  BOOST_TEST(open.posts.size() == 1u);
  BOOST_REQUIRE_EQUAL(open.report.problems.size(), 1u);
  BOOST_TEST(open.report.problems[0].what == "the source ends before <rss> is closed");
}

BOOST_AUTO_TEST_CASE(finds_the_feed_behind_what_a_server_put_before_it) {
  std::string const feed = "<?xml version='1.0'?><rss><channel><item><title>1</title></item></channel></rss>";
  for (auto const* const junk : {"Warning: out of cheese\n", "<br />\n<b>Notice</b>: x in y\n", "\n\n--\n"}) {
    auto const parsed = parse_text(junk + feed);
    BOOST_TEST(parsed.posts.size() == 1u, junk);
    BOOST_REQUIRE_EQUAL(parsed.report.problems.size(), 1u);
    BOOST_TEST(parsed.report.problems[0].what.find("no part of the feed") != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(expands_no_entity_that_the_document_declares) {
  std::string bomb = "<!DOCTYPE rss [\n<!ENTITY a \"0123456789\">\n";
  for (char name = 'b'; name < 'k'; ++name) {
    auto const inner = std::string("&") + static_cast<char>(name - 1) + ";";
    bomb += std::string("<!ENTITY ") + name + " \"" + inner + inner + inner + inner + inner + "\">\n";
  }
  auto const feed = parse_text(bomb + "]>\n<rss><channel><item><title>T &j;</title></item></channel></rss>");
  BOOST_REQUIRE_EQUAL(feed.posts.size(), 1u);
  BOOST_TEST(feed.posts[0].title == "T &j;");
}

BOOST_AUTO_TEST_CASE(leaves_out_an_item_that_nests_without_end_or_is_too_large) {
  std::string nested;
  for (int i = 0; i < 100'000; ++i) nested += "<a>";
  auto const deep =
      parse("<item><title>1</title></item><item>" + nested + "</item><item><title>3</title></item>");
  BOOST_TEST(deep.posts.size() == 2u);
  BOOST_TEST(deep.report.skipped == 1u);
  BOOST_TEST(deep.report.problems.at(0).what.find("nested too deeply") != std::string::npos);

  ParseOptions options;
  options.source = "feed.xml";
  options.limits.item_bytes = 100;
  auto const large = parse_text("<rss><channel><item><title>1</title></item><item><title>" +
                                    std::string(200, 'x') + "</title></item></channel></rss>",
                                options);
  BOOST_TEST(large.posts.size() == 1u);
  BOOST_TEST(large.report.problems.at(0).what.find("limit of 100 bytes") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
