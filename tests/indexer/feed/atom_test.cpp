// What posts become of Atom's entries, of 1.0 and 0.3.
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "tests/indexer/support/parsed_feed.h"

using namespace pressmark;

namespace {

struct Case {
  std::string entry;  // what stands in <entry>
  std::string want;
};

ParsedFeed parse(std::string const& feed, std::string const& source = "feed.xml") {
  ParseOptions options;
  options.source = source;
  return parse_text("<feed xmlns='http://www.w3.org/2005/Atom' xmlns:media='http://search.yahoo.com/mrss/'>" +
                        feed + "</feed>",
                    options);
}

Post parse_entry(std::string const& entry) {
  auto const feed = parse("<link href='https://example.org/blog/'/><entry>" + entry + "</entry>");
  BOOST_REQUIRE_EQUAL(feed.posts.size(), 1u);
  return feed.posts[0];
}

void check(std::vector<Case> const& cases, std::string Post::* field) {
  for (auto const& [entry, want] : cases) {
    auto const post = parse_entry(entry);
    BOOST_TEST_CONTEXT(entry) {
      BOOST_TEST((post.*field) == want);
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(atom)

BOOST_AUTO_TEST_CASE(reads_titles_as_text_html_and_xhtml) {
  check({{"<title>Less &lt;b&gt; &amp; more</title>", "Less <b> & more"},
         {"<title type='text'>x &amp;amp; y</title>", "x &amp; y"},
         {"<title type='html'>Less &lt;b&gt;bold&lt;/b&gt; &amp;amp; more</title>", "Less bold & more"},
         {"<title type='html'><![CDATA[<i>One</i><script>x()</script>]]></title>", "One"},
         {"<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>A <b>b</b> &lt;c&gt;</div></title>",
          "A b <c>"},
         {"<title/><media:title>From media</media:title>", "From media"}},
        &Post::title);
}

BOOST_AUTO_TEST_CASE(reads_contents_as_text_html_and_xhtml) {
  check({{"<content>a &lt;b&gt; &amp; c</content>", "a &lt;b&gt; &amp; c"},
         {"<content type='html'>&lt;p&gt;a &amp;lt; b&lt;/p&gt;</content>", "<p>a &lt; b</p>"},
         {"<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>a<br/>b</p></div></content>",
          "<p>a<br>b</p>"},
         {"<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>a &lt; b</div></content>",
          "a &lt; b"},
         {"<content type='text/plain'>1 &lt; 2</content>", "1 &lt; 2"},
         {"<title>T</title><content type='image/png'>iVBORw0KGgo=</content>", ""},
         {"<title>T</title><summary>Short</summary>", "Short"}},
        &Post::html);
  auto const both = parse_entry("<summary>Short</summary><content>Long</content>");
  BOOST_TEST(both.summary == "Short");
  BOOST_TEST(both.html == "Long");
}

BOOST_AUTO_TEST_CASE(finds_the_address_of_the_page) {
  check({{"<link href='a'/>", "https://example.org/blog/a"},
         {"<link rel='alternate' type='application/pdf' href='a.pdf'/><link type='text/html' href='a'/>",
          "https://example.org/blog/a"},
         {"<title>T</title><link rel='replies' href='/replies'/><id>https://example.org/1</id>", ""},
         {"<id>https://example.org/1</id>", "https://example.org/1"},
         {"<title>T</title><id>tag:example.org,2026:1</id>", ""},
         {"<content src='/elsewhere.html' type='text/html'/>", "https://example.org/elsewhere.html"},
         {"<link href='/page'/><content src='/elsewhere.html'/>", "https://example.org/page"}},
        &Post::url);
}

BOOST_AUTO_TEST_CASE(resolves_links_against_every_xml_base_around_them) {
  auto const feed = parse(
      "<link rel='self' href='https://example.org/feeds/all.xml'/><link href='/'/>"
      "<entry><title>1</title><link href='one'/></entry>"
      "<entry xml:base='../2026/'><title>2</title><link xml:base='may/' href='two'/></entry>");
  BOOST_TEST(feed.posts.at(0).url == "https://example.org/feeds/one");
  BOOST_TEST(feed.posts.at(1).url == "https://example.org/2026/may/two");
}

BOOST_AUTO_TEST_CASE(takes_languages_from_the_nearest_xml_lang) {
  auto const feed = parse_text(
      "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='de'>"
      "<entry xml:lang='en-GB'><title>1</title></entry><entry><title>2</title></entry></feed>");
  BOOST_TEST(feed.posts.at(0).language == "en-GB");
  BOOST_TEST(feed.posts.at(1).language == "de");
}

BOOST_AUTO_TEST_CASE(names_authors_of_the_entry_else_of_its_source_else_of_the_feed) {
  auto const feed = parse(
      "<author><name>Feed</name></author>"
      "<entry><title>1</title><author><name>Ann</name></author><author><email>b@example.org</email></author>"
      "</entry>"
      "<entry><title>2</title><source><author><name>Source</name></author></source></entry>"
      "<entry><title>3</title></entry>");
  BOOST_TEST(feed.posts.at(0).author == "Ann, b@example.org");
  BOOST_TEST(feed.posts.at(1).author == "Source");
  BOOST_TEST(feed.posts.at(2).author == "Feed");
}

BOOST_AUTO_TEST_CASE(lists_terms_and_labels_of_those_that_are_addresses) {
  auto const post = parse_entry(
      "<title>T</title><category term='Soil'/><category term='https://example.org/c#2' label='Tools'/>"
      "<category label='Only'/><category term='Soil' label='again'/>");
  std::vector<std::string> const want = {"Soil", "Tools", "Only"};
  BOOST_TEST(post.categories == want, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(reads_the_dates_of_both_versions) {
  for (auto const* const dates :
       {"<published>2026-01-24T08:00:00+01:00</published><updated>2026-01-25T00:00:00Z</updated>",
        "<issued>2026-01-24T08:00:00+01:00</issued><modified>2026-01-25T00:00:00Z</modified>"}) {
    auto const post = parse_entry("<title>T</title>" + std::string(dates));
    BOOST_TEST(format_rfc3339(post.published.value()) == "2026-01-24T07:00:00Z");
    BOOST_TEST(format_rfc3339(post.updated.value()) == "2026-01-25T00:00:00Z");
  }
}

BOOST_AUTO_TEST_CASE(reads_the_older_version_and_other_prefixes) {
  auto const old = parse_text(
      "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>Old</title><entry>"
      "<title mode='escaped' type='text/html'>A &lt;b&gt;b&lt;/b&gt;</title>"
      "<content type='text/html' mode='escaped'>&lt;p&gt;c&lt;/p&gt;</content></entry></feed>");
  BOOST_TEST(old.posts.at(0).title == "A b");
  BOOST_TEST(old.posts.at(0).html == "<p>c</p>");
  auto const prefixed = parse_text(
      "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:title>P</a:title>"
      "<a:entry><a:title>One</a:title></a:entry></a:feed>");
  BOOST_TEST(prefixed.posts.at(0).title == "One");
}

BOOST_AUTO_TEST_CASE(finds_what_the_feed_says_behind_its_entries) {
  auto const feed = parse(
      "<entry><title>1</title><link href='/1'/></entry><title>Late</title>"
      "<link href='https://example.org/'/><author><name>Ann</name></author>");
  BOOST_TEST(feed.posts.at(0).url == "https://example.org/1");
  BOOST_TEST(feed.posts.at(0).author == "Ann");
  BOOST_TEST(feed.posts.at(0).site == "example.org");
}

BOOST_AUTO_TEST_CASE(takes_what_is_said_of_a_video_for_its_content) {
  auto const feed = parse_text(
      "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:media='http://search.yahoo.com/mrss/'><entry>"
      "<title>Lamps</title><media:group><media:title>Lamps</media:title>"
      "<media:description>How to trim a wick.</media:description></media:group></entry></feed>");
  BOOST_TEST(feed.posts.at(0).html == "How to trim a wick.");
}

BOOST_AUTO_TEST_SUITE_END()
