// What posts become of RSS items.
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "tests/indexer/support/parsed_feed.h"

using namespace pressmark;

namespace {

struct Case {
  std::string item;  // what stands in <item>
  std::string want;
};

ParsedFeed parse(std::string const& channel) {
  ParseOptions options;
  options.source = "feeds/notes.xml";
  return parse_text(
      "<rss version=\"2.0\" xmlns:c=\"http://purl.org/rss/1.0/modules/content/\""
      " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
      " xmlns:terms=\"http://purl.org/dc/terms/\""
      " xmlns:a=\"http://www.w3.org/2005/Atom\""
      " xmlns:m=\"http://search.yahoo.com/mrss/\""
      " xmlns:pod=\"http://www.itunes.com/dtds/podcast-1.0.dtd\"><channel>"
      "<link>https://example.org/blog/</link>" +
          channel + "</channel></rss>",
      options);
}

Post parse_item(std::string const& item) {
  auto const feed = parse("<item>" + item + "</item>");
  BOOST_REQUIRE_EQUAL(feed.posts.size(), 1u);
  return feed.posts.front();
}

// Each case's item, with `before` in front of it, looked at through one member.
void check(std::vector<Case> const& cases, std::string Post::* member, std::string const& before = {}) {
  for (auto const& c : cases) {
    BOOST_TEST_CONTEXT("item " << c.item) {
      auto const got = parse_item(before + c.item).*member;
      BOOST_TEST(got == c.want);
    }
  }
}

void check_date(std::vector<Case> const& cases, std::optional<Timestamp> Post::* member) {
  for (auto const& c : cases) {
    BOOST_TEST_CONTEXT("item " << c.item) {
      auto const date = parse_item("<title>T</title>" + c.item).*member;
      BOOST_TEST((date ? format_rfc3339(*date) : "none") == c.want);
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(rss)

BOOST_AUTO_TEST_CASE(posts_have_what_the_channel_says_of_all) {
  auto const feed = parse(
      "<title>Ann &amp; Bob</title><language>en-GB</language>"
      "<a:link rel='self' href='https://example.org/blog/rss.xml'/><item><title>One</title></item>");
  BOOST_REQUIRE_EQUAL(feed.posts.size(), 1u);
  BOOST_TEST(feed.posts[0].site == "example.org");
  BOOST_TEST(feed.posts[0].language == "en-GB");
  BOOST_TEST(feed.report.problems.empty());
}

BOOST_AUTO_TEST_CASE(makes_a_title_plain_text) {
  check({{"<title>Plain</title>", "Plain"},
         {"<title>\n  Two\n  lines </title>", "Two lines"},
         {"<title>Caf&eacute; &amp; bar &#8594; caf&#xE9;</title>", "Café & bar → café"},
         {"<title><![CDATA[It&#8217;s <em>new</em>]]></title>", "It’s new"},
         {"<title>It&#146;s new</title>", "It’s new"},
         {"<title><![CDATA[one]]]]><![CDATA[>two]]></title>", "one]]>two"},
         {"<title>x &amp; <![CDATA[y]]> z</title>", "x & y z"},
         {"<title>Tom & Jerry & AT&T</title>", "Tom & Jerry & AT&T"},
         {"<title>A look at std::vector&lt;T&gt; and &lt;b&gt;</title>", "A look at std::vector<T> and <b>"},
         {"<title>Why 1 &lt; 2</title>", "Why 1 < 2"},
         {"<title>Line&lt;br/&gt;break &lt;code&gt;x&lt;/code&gt;</title>", "Line break x"},
         {"<title>All <b>in</b> markup</title>", "All in markup"},
         {"<title>&unknown; &#0;</title>", "&unknown; \uFFFD"},
         {"<title/><m:title>From media</m:title>", "From media"},
         {"<m:title>Photo</m:title><title>Post</title>", "Post"},
         {"<link>https://example.org/a</link>", ""}},
        &Post::title);
}

BOOST_AUTO_TEST_CASE(makes_links_absolute_and_canonical) {
  check({{"<link>https://Example.org/a#top</link>", "https://example.org/a"},
         {"<link> post-1?utm_source=rss&amp;id=2 </link>", "https://example.org/blog/post-1?id=2"},
         {"<link><![CDATA[/post]]></link>", "https://example.org/post"},
         {"<a:link href='/atom'/>", "https://example.org/atom"},
         {"<a:link rel='replies' href='/replies'/><title>T</title>", ""},
         {"<guid>https://example.org/p</guid>", "https://example.org/p"},
         {"<guid isPermaLink='true'>https://example.org/p</guid>", "https://example.org/p"},
         {"<title>T</title><guid isPermaLink='false'>https://example.org/p</guid>", ""},
         {"<title>T</title><guid>tag:example.org,2026:1</guid>", ""},
         {"<guid>https://example.org/p</guid><link>https://example.org/l</link>", "https://example.org/l"},
         {"<title>T</title><link>javascript:alert(1)</link>", ""},
         {"<title>T</title><link>mailto:ann@example.org</link>", ""}},
        &Post::url);
}

BOOST_AUTO_TEST_CASE(identifies_a_post_by_guid_else_link) {
  check({{"<guid> tag:1 </guid><link>https://example.org/a</link>", "tag:1"},
         {"<guid/><link>https://example.org/a#x</link>", "https://example.org/a"}},
        &Post::guid);
}

BOOST_AUTO_TEST_CASE(identifies_a_post_without_guid_and_link_by_title_and_date) {
  std::string const date = "<pubDate>24 Jan 2026 08:00 GMT</pubDate>";
  auto const guid = parse_item("<title>One</title>" + date).guid;
  BOOST_TEST(!guid.empty());
  BOOST_TEST(parse_item("<description>Changed</description><title>One</title>" + date).guid == guid);
  BOOST_TEST(parse_item("<title>Two</title>" + date).guid != guid);
  BOOST_TEST(parse_item("<title>One</title>").guid != guid);
  BOOST_TEST(parse_item("<description>A</description>").guid !=
             parse_item("<description>B</description>").guid);
}

BOOST_AUTO_TEST_CASE(finds_the_date_of_publication) {
  check_date({{"<pubDate>Sat, 24 Jan 2026 08:00:00 +0100</pubDate>", "2026-01-24T07:00:00Z"},
              {"<dc:date>2026-01-24T08:00:00Z</dc:date>", "2026-01-24T08:00:00Z"},
              {"<pubDate/><a:published>2026-01-24</a:published>", "2026-01-24T00:00:00Z"},
              {"<pubDate>soon</pubDate><dc:date>2026-01-24</dc:date>", "2026-01-24T00:00:00Z"},
              {"<date>2026-01-24</date>", "none"},
              {"", "none"}},
             &Post::published);
}

BOOST_AUTO_TEST_CASE(finds_the_date_of_change) {
  check_date({{"<terms:modified>2026-01-25</terms:modified>", "2026-01-25T00:00:00Z"},
              {"<a:updated>2026-01-25T10:00:00+02:00</a:updated>", "2026-01-25T08:00:00Z"},
              {"<pubDate>24 Jan 2026</pubDate>", "none"}},
             &Post::updated);
}

BOOST_AUTO_TEST_CASE(keeps_description_beside_content) {
  auto const post = parse_item(
      "<description><![CDATA[Short &rarr; <b>text</b>]]></description>"
      "<c:encoded><![CDATA[<p>Long &lt;text&gt;</p>]]></c:encoded>");
  BOOST_TEST(post.summary == "Short &rarr; <b>text</b>");
  BOOST_TEST(post.html == "<p>Long &lt;text&gt;</p>");
}

BOOST_AUTO_TEST_CASE(decodes_escaped_content_once) {
  auto const post = parse_item("<c:encoded>&lt;p&gt;a &amp;lt; b &eacute;&lt;/p&gt;</c:encoded>");
  BOOST_TEST(post.html == "<p>a &lt; b é</p>");
}

BOOST_AUTO_TEST_CASE(takes_a_lone_description_as_content) {
  auto const excerpt = parse_item("<description>What it is about.</description>");
  BOOST_TEST(excerpt.html == "What it is about.");
  BOOST_TEST(excerpt.summary == "What it is about.");
  auto const post = parse_item("<description>&lt;P&gt;All of it.&lt;/P&gt;</description>");
  BOOST_TEST(post.html == "<P>All of it.</P>");
  BOOST_TEST(post.summary == "");
  auto const long_text = std::string(5000, 'x');
  BOOST_TEST(parse_item("<description>" + long_text + "</description>").html == long_text);
  BOOST_TEST(parse_item("<description>" + long_text + "</description>").summary == "");
}

BOOST_AUTO_TEST_CASE(takes_markup_that_was_not_escaped) {
  check({{"<description><p>a<br/>b &amp; c</p><i class='x'/></description>",
          "<p>a<br>b &amp; c</p><i class=\"x\"></i>"},
         {"<c:encoded xmlns:h='http://www.w3.org/1999/xhtml'><h:p>a</h:p></c:encoded>", "<p>a</p>"},
         {"<description><b title='\"'>a</b><![CDATA[<i>b</i>]]></description>",
          "<b title=\"&quot;\">a</b><i>b</i>"}},
        &Post::html);
}

BOOST_AUTO_TEST_CASE(names_authors_without_their_addresses) {
  check({{"<author>ann@example.org (Ann Lee)</author>", "Ann Lee"},
         {"<author>Ann Lee &lt;ann@example.org&gt;</author>", "Ann Lee"},
         {"<author>\"Lee, Ann\" &lt;ann@example.org&gt;</author>", "Lee, Ann"},
         {"<author>Ann Lee (ann@example.org)</author>", "Ann Lee"},
         {"<author>Ann Lee (editor)</author>", "Ann Lee (editor)"},
         {"<author>ann@example.org</author>", "ann@example.org"},
         {"<author>ann@example.org ()</author>", "ann@example.org ()"},
         {"<author>x@example.org (X)</author><dc:creator>Ann Lee</dc:creator>", "Ann Lee"},
         {"<dc:creator>Ann</dc:creator><dc:creator>Bob</dc:creator>", "Ann, Bob"},
         {"<pod:author>Ann</pod:author>", "Ann"},
         {"", ""}},
        &Post::author, "<title>T</title>");
}

BOOST_AUTO_TEST_CASE(gives_items_what_the_channel_says) {
  auto const feed = parse(
      "<language>en</language><webMaster>web@example.org (Web)</webMaster>"
      "<managingEditor>ed@example.org (Ed)</managingEditor>"
      "<item><title>1</title></item>"
      "<item><title>2</title><author>Ann</author><dc:language>fr</dc:language></item>");
  BOOST_REQUIRE_EQUAL(feed.posts.size(), 2u);
  BOOST_TEST(feed.posts[0].author == "Ed");
  BOOST_TEST(feed.posts[0].language == "en");
  BOOST_TEST(feed.posts[1].author == "Ann");
  BOOST_TEST(feed.posts[1].language == "fr");
  for (auto const& post : feed.posts) BOOST_TEST(post.site == "example.org");
}

BOOST_AUTO_TEST_CASE(lists_categories_as_spelled_and_once) {
  auto const post = parse_item(
      "<title>T</title><category> Web  Dev </category><category>C++</category><category/>"
      "<category><![CDATA[R&amp;D]]></category><category>c++</category>"
      "<category>C++</category><dc:subject>Tools</dc:subject>");
  std::vector<std::string> const want = {"Web Dev", "C++", "R&D", "c++", "Tools"};
  BOOST_TEST(post.categories == want, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(finds_an_image) {
  std::string const sound = "<enclosure url='https://example.org/a.mp3' type='audio/mpeg'/>";
  check({{"<m:content url='/a.webp' type='image/png'/>", "https://example.org/a.webp"},
         {"<m:content url='/a?id=1' medium='image'/>", "https://example.org/a?id=1"},
         {"<m:content url='/a.mp4' type='image/png'/>", ""},
         {"<m:content url='/a.mp4'><m:thumbnail url='/t.jpg'/></m:content>", "https://example.org/t.jpg"},
         {"<m:group><m:content url='/g.png'/></m:group>", "https://example.org/g.png"},
         {"<enclosure url='/e.JPG' type='x/y'/>", "https://example.org/e.JPG"},
         {sound, ""},
         {sound + "<pod:image href='/p'/>", "https://example.org/p"},
         {"<m:thumbnail url='data:image/png;base64,AA'/>", ""}},
        &Post::image, "<title>T</title>");
}

BOOST_AUTO_TEST_CASE(knows_namespaces_by_uri_else_by_usual_prefix) {
  std::string const other = "<x:encoded xmlns:x='https://example.org/ns'>Other</x:encoded>";
  check({{other + "<c:encoded>Content</c:encoded>", "Content"},
         {"<title>T</title>" + other, ""},
         {"<encoded xmlns='http://purl.org/rss/1.0/modules/content/'>Content</encoded>", "Content"},
         {"<content:encoded>Undeclared</content:encoded>", "Undeclared"},
         {"<title>T</title><content:encoded xmlns:content='https://example.org/ns'>Other</content:encoded>",
          ""},
         {"<s:encoded xmlns:s='https://purl.org/rss/1.0/modules/content'>Nearly</s:encoded>", "Nearly"}},
        &Post::html);
}

BOOST_AUTO_TEST_CASE(reads_older_shapes) {
  for (auto const text :
       {"<rss version='0.91'><channel><item><title>T</title></item></channel></rss>",
        "<rss><channel/><item><title>T</title></item></rss>",
        "<rss xmlns='http://backend.userland.com/rss2'><channel><item><title>T</title></item>"
        "</channel></rss>"}) {
    auto const feed = parse_text(text);
    BOOST_TEST(feed.posts.size() == 1u, text);
  }
}

BOOST_AUTO_TEST_CASE(prefers_the_posts_own_address_to_that_of_a_delivery_service) {
  auto const feed = parse_text(
      "<rss xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0'><channel><item><title>One</title>"
      "<link>http://feedproxy.google.com/~r/notes/~3/x/one</link>"
      "<feedburner:origLink>https://example.org/one</feedburner:origLink></item></channel></rss>");
  BOOST_TEST(feed.posts.at(0).url == "https://example.org/one");
}

BOOST_AUTO_TEST_SUITE_END()
