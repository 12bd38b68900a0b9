// The article is found in its page, and what stands around it is left out.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>
#include <vector>

#include "indexer/page/html_page.h"

using namespace pressmark;

namespace {

constexpr char const* kFirst =
    "A lamp burns oil that a wick draws up, and the chimney keeps the flame from the wind.";
constexpr char const* kSecond =
    "Trim the wick before it smokes; a clean chimney gives twice the light of a sooty one.";
constexpr char const* kStray =
    "Sign up today, and every Friday the best of our shop comes to you, free of all charge.";

// kFirst and kSecond stand for @1 and @2, and kStray for @x.
std::string filled(std::string_view pattern) {
  std::string result;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '@') {
      result += pattern[i];
      continue;
    }
    char const which = pattern[++i];
    result += which == '1' ? kFirst : which == '2' ? kSecond : kStray;
  }
  return result;
}

std::string content_of(std::string_view pattern) {
  PageOptions options;
  options.source = "https://example.org/lamp";
  auto const post = parse_html_page(filled(pattern), options);
  return post ? post->html : post.error().what;
}

bool has(std::string const& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

struct Case {
  char const* why;
  char const* page;
};

std::ostream& operator<<(std::ostream& out, Case const& c) {
  return out << c.why;
}

// Pages of which both paragraphs are the article, and the stray one is not.
Case const kPages[] = {
    {"an article", "<article><p>@1</p><p>@2</p></article><p>@x</p>"},
    {"a main part", "<div><p>@x</p></div><main><p>@1</p><p>@2</p></main>"},
    {"a role", "<div><p>@x</p></div><div role=main><p>@1</p><p>@2</p></div>"},
    {"microdata", "<div itemprop=articleBody><p>@1</p><p>@2</p></div><div><p>@x</p></div>"},
    {"a name for the body", "<div class='post-content x'><p>@1</p><p>@2</p></div><div><p>@x</p></div>"},
    {"most of the prose", "<div><div class=a><p>@1</p><p>@2</p></div><div class=b><p>@x</p></div></div>"},
    {"a sidebar", "<div><p>@1</p><p>@2</p><aside class=sidebar><p>@x</p></aside></div>"},
    {"a footer", "<article><p>@1</p><p>@2</p><footer><p>@x</p></footer></article>"},
    {"comments", "<div><p>@1</p><p>@2</p><div id=comments><p>@x</p></div></div>"},
    {"related posts",
     "<article><p>@1</p><p>@2</p><section class=related-posts><p>@x</p></section></article>"},
    {"a form", "<article><p>@1</p><form><p>@x</p></form><p>@2</p></article>"},
    {"a hidden part", "<article><p>@1</p><div style='display: none'><p>@x</p></div><p>@2</p></article>"},
    {"a banner", "<div class=cookie-consent><p>@x</p></div><article><p>@1</p><p>@2</p></article>"},
    {"a newsletter", "<article><p>@1</p><div class=news-letter__box><p>@x</p></div><p>@2</p></article>"},
    {"links to elsewhere", "<article><p>@1</p><ul><li><a href=/a>@x</a></li></ul><p>@2</p></article>"},
    {"a lead before the body",
     "<article><p>@1</p><div><p>by</p></div><div class=entry-content><p>@2</p></div></article><p>@x</p>"},
    {"the titled one of two articles",
     "<article><h1>Lamps of "
     "old</h1><p>@1</p><p>@2</p></article><article><h2>Shop</h2><p>@x</p><p>@x</p><p>@x</p>"
     "</article>"},
    {"text without paragraphs", "<div>@1<br><br>@2</div><nav>@x</nav>"},
    {"a table for the layout",
     "<table><tr><td><p>@1</p><p>@2</p></td><td class=sidebar>@x</td></tr></table>"},
    {"a name that lies",
     "<div class=widget><article><p>@1</p><p>@2</p></article></div><aside class=promo>@x</aside>"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(main_content)

BOOST_DATA_TEST_CASE(is_the_article_alone, boost::unit_test::data::make(kPages), c) {
  auto const html = content_of(c.page);
  BOOST_TEST(has(html, kFirst));
  BOOST_TEST(has(html, kSecond));
  BOOST_TEST(!has(html, kStray));
}

BOOST_AUTO_TEST_CASE(keeps_what_articles_are_made_of) {
  auto const html = content_of(
      "<title>Lamps</title><article><h1>Lamps</h1><p>@1</p><h2 id=wick>Wick</h2><pre><code "
      "class=language-sh>trim\n"
      "</code></pre><figure><img src=/w.png alt='A wick'><figcaption>The wick</figcaption></figure>"
      "<table><tr><td>1</td></tr></table><blockquote "
      "class=twitter-tweet>Quoted</blockquote><p>@2</p></article>");
  BOOST_TEST(!has(html, "<h1"));  // it is the title
  BOOST_TEST(has(html, "<h2 id=\"wick\">Wick</h2>"));
  BOOST_TEST(has(html, "<code class=\"language-sh\">trim\n</code>"));
  BOOST_TEST(has(html, "src=\"https://example.org/w.png\""));
  BOOST_TEST(has(html, "<figcaption>The wick</figcaption>"));
  BOOST_TEST(has(html, "<td>1</td>"));
  BOOST_TEST(has(html, "Quoted"));
}

BOOST_AUTO_TEST_CASE(a_page_of_headings_and_short_lines_is_kept_whole) {
  auto const html = content_of("<title>Lamps</title><h2>Oil</h2><p>Burns.</p><h2>Gas</h2><p>Hisses.</p>");
  BOOST_TEST(has(html, "Burns."));
  BOOST_TEST(has(html, "Gas"));
}

BOOST_AUTO_TEST_CASE(deep_nesting_is_survived) {
  std::string page;
  for (int i = 0; i < 20'000; ++i) page += "<div class=related><b>";
  BOOST_TEST(has(content_of(page + "<p>@1</p>"), "lamp"));
}

BOOST_AUTO_TEST_SUITE_END()
