// What is no part of an article, and what looks like it but is.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "outline.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

struct Case {
  char const* name;
  char const* html;
  char const* want;
};

// Each stands between two paragraphs.
Case const kCases[] = {
    {"navigation", "<nav class=mini-toc><strong>On this page</strong><ol><li><a href=#a>Oil</a></ol></nav>",
     ""},
    {"navigation by role", "<div role=navigation><p>Menu of lamps</p></div>", ""},
    {"navigation inside a header", "<header><p>Lead.</p><nav><p>Menu</p></nav></header>", "text: Lead."},
    {"scripts and styles", "<script>if (a<b) x('</p>')</script><style>p > a {}</style>", ""},
    {"a script in the middle of a word", "<p>wa<script>1</script>x</p>", "text: wax"},
    {"templates and fallbacks", "<template><p>Row</p></template><noscript>No script</noscript>", ""},
    {"drawings", "<p>On <svg><title>Icon</title><text>Label</text></svg>off</p>", "text: On off"},
    {"frames", "<iframe src=x>Old browser</iframe>", ""},
    {"an empty frame written as XML", "<iframe src=x /><p>Kept.</p>", "text: Kept."},
    {"media and their fallbacks", "<video><p>No video</p></video><audio>None</audio><object>None</object>",
     ""},
    {"forms and controls",
     "<form><p>Subscribe "
     "now</p><input></form><button>Go</button><select><option>One</select><textarea>x</textarea>",
     ""},
    {"what is hidden",
     "<p hidden>One</p><div aria-hidden=true>Two</div><p style='color:red; display : none'>Three</p>", ""},
    {"what find in page reveals", "<p hidden=until-found>Found.</p>", "text: Found."},
    {"copies for screen readers stay", "<p>Cost<span class=sr-only> in crowns</span></p>",
     "text: Cost in crowns"},
    {"a call to action", "<p><a href=/x><strong>Buy a lamp →</strong></a></p>", ""},
    {"a call to action in a div", "<div>→ <a class=button href=/x>Buy a lamp</a></div>", ""},
    {"a card that is a link", "<a href=/x><div>All about lamps</div></a>", ""},
    {"a link in a sentence stays", "<p>See <a href=/x>the lamps</a>.</p>", "text: See the lamps."},
    {"two links stay", "<p><a href=/x>Oil</a> <a href=/y>Gas</a></p>", "text: Oil Gas"},
    {"an anchor is no link", "<p><a name=x>All of this paragraph</a></p>", "text: All of this paragraph"},
    {"lists of links stay", "<ul><li><a href=/x>Oil</a></li><li><a href=/y>Gas</a></ul>",
     "item: Oil, item: Gas"},
    {"a link in a cell or a quote stays",
     "<table><td><a href=x>Oil</a></table><blockquote><a href=y>Gas</a></blockquote>",
     "cell: Oil, quote: Gas"},
    {"a footer of links", "<footer><a href=/a>About</a> | <a href=/b>Imprint</a></footer>", ""},
    {"a footer with words stays", "<footer>Written by lamplight. <a href=/a>About</a></footer>",
     "text: Written by lamplight. About"},
    {"signs without a word", "<p>×</p><p>• — →</p><p>🧹</p><p>***</p>", ""},
    {"words in any script stay", "<p>灯</p><p>λ</p><p>٣</p>", "text: 灯, text: λ, text: ٣"},
    {"calls of footnotes", "<p>lamps<sup id=r1><a href=#f1>1</a></sup> burn x<sup>2</sup></p>",
     "text: lamps burn x2"},
    {"readings beside characters", "<p><ruby>灯<rp>(</rp><rt>ひ</rt><rp>)</rp>火<rt>び</ruby></p>",
     "text: 灯火"},
    {"line numbers beside code",
     "<table><tr><td class='gutter gl'><pre class=lineno>1\n2</pre></td><td><pre>a = 1\nb = 2</pre></table>",
     "code: a = 1\nb = 2"},
    {"line numbers inside code",
     "<pre><span class=lineno> 1 </span>a = 1\n<span class=ln>2</span>b = 2</pre>", "code: a = 1\nb = 2"},
    {"code with a class for line numbers stays", "<pre class=line-numbers><code>a = 1</code></pre>",
     "code: a = 1"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(left_out)

BOOST_DATA_TEST_CASE(is_what_is_not_the_article, boost::unit_test::data::make(kCases), c) {
  auto const html = std::string("<p>Before.</p>") + c.html + "<p>After.</p>";
  auto const want = *c.want == '\0' ? std::string() : std::string(c.want) + ", ";
  BOOST_TEST(joined(blocks_of(extract_article(html)), ", ") == "text: Before., " + want + "text: After.");
}

BOOST_AUTO_TEST_SUITE_END()
