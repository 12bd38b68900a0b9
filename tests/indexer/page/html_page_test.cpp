// A page's own words about its article become the fields of a post.
#include "indexer/page/html_page.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>

#include "common/base/time.h"

using namespace pressmark;

namespace {

// Text that is long enough to be prose.
constexpr char const* kProse =
    "<p>A lamp burns oil that a wick draws up, and the chimney keeps the flame from the wind.</p>"
    "<p>Trim the wick before it smokes; a clean chimney gives twice the light of a sooty one.</p>";

Post read(std::string const& html, std::string const& source = "https://example.org/notes/lamp.html") {
  PageOptions options;
  options.source = source;
  auto const post = parse_html_page(html, options);
  BOOST_TEST_REQUIRE(post.has_value(), (post ? "" : post.error().what));
  return *post;
}

// The field a case is about, as text.
std::string field(Post const& post, std::string_view name) {
  if (name == "title") return post.title;
  if (name == "url") return post.url;
  if (name == "author") return post.author;
  if (name == "language") return post.language;
  if (name == "image") return post.image;
  if (name == "summary") return post.summary;
  if (name == "published") return post.published ? format_rfc3339(*post.published) : "";
  if (name == "updated") return post.updated ? format_rfc3339(*post.updated) : "";
  std::string categories;
  for (auto const& category : post.categories) categories += (categories.empty() ? "" : ", ") + category;
  return categories;
}

struct Case {
  char const* field;
  char const* head;
  char const* body;  // before the prose
  char const* want;
};

std::ostream& operator<<(std::ostream& out, Case const& c) {
  return out << c.field << ": " << c.head << c.body;
}

Case const kTitles[] = {
    {"title", "<title>Oil lamps</title>", "", "Oil lamps"},
    {"title", "<title>Oil lamps | Light and Fire</title>", "", "Oil lamps"},
    {"title", "<title>Example: Oil lamps - a history</title>", "<h1>Example: Oil lamps - a history</h1>",
     "Example: Oil lamps - a history"},
    {"title", "<title>Light » Oil lamps of old</title>", "<h1>Oil lamps of old</h1>", "Oil lamps of old"},
    {"title", "<title>Example » Oil lamps of old</title>", "", "Oil lamps of old"},
    {"title", "<title>x</title><meta property=og:title content='Oil &amp;amp; gas'>", "", "Oil & gas"},
    {"title", "<meta property=og:title content='Lamps - Fire'><meta property=og:site_name content=Fire>", "",
     "Lamps"},
    {"title", "<meta property=og:title content='Lamps - a history'>", "", "Lamps - a history"},
    {"title",
     "<meta property=og:title content='You will not believe'>"
     "<script type='application/ld+json'>{\"@type\":\"BlogPosting\",\"headline\":\"Oil lamps\"}</script>",
     "", "Oil lamps"},
    {"title", "", "<h1>Oil <em>lamps</em></h1>", "Oil lamps"},
    {"title", "", "<nav><h1>Menu</h1></nav><h2 class=p-name>Lamps</h2>", "Lamps"},
};

Case const kDates[] = {
    {"published", "<meta property='article:published_time' content='2018-04-05T06:07:08+02:00'>", "",
     "2018-04-05T04:07:08Z"},
    {"updated", "<meta property='article:modified_time' content='2018-04-06'>", "", "2018-04-06T00:00:00Z"},
    {"published",
     "<script "
     "type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebPage\",\"datePublished\":\"2018-04-05\"}]}</"
     "script>",
     "", "2018-04-05T00:00:00Z"},
    {"published", "", "<span itemprop=datePublished content='2018-04-05'>long ago</span>",
     "2018-04-05T00:00:00Z"},
    {"published", "", "<h1>Lamps</h1><time datetime='2018-04-05 10:00'>in spring</time>",
     "2018-04-05T10:00:00Z"},
    {"published", "", "<time>5 April 2018</time>", "2018-04-05T00:00:00Z"},
    {"published", "", "<p class=entry-date>April 5th, 2018</p>", "2018-04-05T00:00:00Z"},
    {"published", "", "<h1>Lamps</h1><p>Ann Lee, 5. April 2018</p>", "2018-04-05T00:00:00Z"},
    {"published", "", "<h1>Lamps</h1><p>le 5 avr. 2018</p>", "2018-04-05T00:00:00Z"},
    {"published", "", "<h1>Lamps</h1><p>05.04.2018</p>", "2018-04-05T00:00:00Z"},
    {"published", "", "<h1>Lamps</h1><p>13/04/2018</p>", "2018-04-13T00:00:00Z"},
    {"published", "", "<h1>Lamps</h1><p>2018年4月5日</p>", "2018-04-05T00:00:00Z"},
    // Never a guess: which is the month, which day of the month, whose date?
    {"published", "", "<h1>Lamps</h1><p>05/04/2018</p>", ""},
    {"published", "", "<h1>Lamps</h1><p>April 2018</p>", ""},
    {"published", "", "<h1>Lamps</h1><p>31 April 2018</p>", ""},
    {"published", "<meta name=date content='2018'>", "", ""},
    {"published", "", "<div class=comments><time datetime='2018-04-05'>x</time></div>", ""},
};

Case const kOthers[] = {
    {"url", "<link rel=canonical href='/notes/oil/?utm_source=x'>", "", "https://example.org/notes/oil/"},
    {"url", "<meta property=og:url content='https://example.org/notes/og'>", "",
     "https://example.org/notes/og"},
    {"url", "", "", "https://example.org/notes/lamp.html"},
    {"author", "<meta name=author content='Ann Lee'>", "", "Ann Lee"},
    {"author", "<meta property='article:author' content='https://social.example/ann'>", "", ""},
    {"author",
     "<script type='application/ld+json'>[{\"@type\":\"Person\",\"@id\":\"#a\",\"name\":\"Ann Lee\"},"
     "{\"@type\":[\"NewsArticle\"],\"author\":[{\"@id\":\"#a\"},{\"name\":\"Bo\"}]}]</script>",
     "", "Ann Lee, Bo"},
    {"author", "", "<span itemprop=author itemscope><span itemprop=name>Ann Lee</span>, editor</span>",
     "Ann Lee"},
    {"author", "", "<a rel=author href=/ann>Ann Lee</a>", "Ann Lee"},
    {"author", "", "<p class=byline>By Ann Lee</p>", "Ann Lee"},
    {"author", "", "<p class=author-box>Follow</p>", ""},
    {"language", "<meta property='og:locale' content=pt_BR>", "", "pt-BR"},
    {"image", "<meta property='og:image' content='/lamp.png'>", "", "https://example.org/lamp.png"},
    {"summary", "<meta name=description content='Oil &lt; gas'>", "", "Oil &lt; gas"},
    {"categories", "<meta property='article:tag' content=Oil><meta property='article:section' content=Light>",
     "<a rel=tag href=/t/wick>Wick</a>", "Light, Oil, Wick"},
    {"categories", "<meta name=keywords content='oil, light, Oil'>", "", "oil, light"},
};

void check(Case const& c) {
  auto const page = std::string("<html><head>") + c.head + "</head><body>" + c.body + kProse;
  BOOST_TEST(field(read(page), c.field) == c.want);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(html_page)

BOOST_DATA_TEST_CASE(the_title_is_the_articles, boost::unit_test::data::make(kTitles), c) {
  check(c);
}

BOOST_DATA_TEST_CASE(dates_are_read_never_guessed, boost::unit_test::data::make(kDates), c) {
  check(c);
}

BOOST_DATA_TEST_CASE(fields_come_from_every_vocabulary, boost::unit_test::data::make(kOthers), c) {
  check(c);
}

BOOST_AUTO_TEST_CASE(the_address_tells_the_day_where_nothing_else_does) {
  auto const post = read(kProse, "https://example.org/2018/04/05/lamps/");
  BOOST_TEST(field(post, "published") == "2018-04-05T00:00:00Z");
  BOOST_TEST(field(read(kProse, "https://example.org/2018/04/lamps/"), "published") == "");
}

BOOST_AUTO_TEST_CASE(the_root_element_names_the_language) {
  BOOST_TEST(read("<html lang=de-AT><title>x</title>").language == "de-AT");
}

BOOST_AUTO_TEST_CASE(a_page_that_asks_not_to_be_indexed_is_left_out) {
  for (std::string const rules : {"noindex", "follow, NOINDEX", "none"}) {
    auto const page = "<meta name=robots content='" + rules + "'>" + kProse;
    auto const post = parse_html_page(page, {"a.html"});
    BOOST_TEST_REQUIRE(!post.has_value());
    BOOST_TEST(post.error().what == "the page asks not to be indexed (robots: noindex)");
    BOOST_TEST(post.error().where == "a.html");
  }
  BOOST_TEST(
      parse_html_page(std::string("<meta name=robots content=index>") + kProse, {"a.html"}).has_value());
}

BOOST_AUTO_TEST_CASE(pages_without_text_or_too_large_are_problems) {
  BOOST_TEST(parse_html_page("<p></p>", {"a.html"}).error().what == "the page holds no text");
  PageOptions options;
  options.limits.item_html_bytes = 100;
  BOOST_TEST(!parse_html_page(std::string(101, 'x'), options).has_value());
}

BOOST_AUTO_TEST_CASE(a_file_has_the_address_its_site_gives_it) {
  PageOptions options;
  options.source = "site/notes/lamps/index.html";
  options.layout = {"site", "https://example.org/", ""};
  auto const post = parse_html_page(kProse, options);
  BOOST_TEST_REQUIRE(post.has_value());
  BOOST_TEST(post->url == "https://example.org/notes/lamps/");
  BOOST_TEST(post->guid == post->url);
  BOOST_TEST(post->site == "example.org");
}

BOOST_AUTO_TEST_CASE(linked_data_that_is_no_json_says_nothing) {
  auto const post = read("<title>Lamps</title><script type='application/ld+json'>{\"@type\": </script>" +
                         std::string(kProse));
  BOOST_TEST(post.title == "Lamps");
}

BOOST_AUTO_TEST_SUITE_END()
