// Where sections begin and which text belongs to them.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "outline.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

struct Case {
  char const* name;
  char const* html;
  std::vector<std::string> want;
};

Case const kCases[] = {
    {"text without headings is one lead",
     "<p>The first lamps burned oil.</p><p>Later ones burned gas.</p>",
     {"# 0  | text: The first lamps burned oil. | text: Later ones burned gas."}},
    {"a flat heading with an id reaches to the next",
     "<p>Lead.</p><h2 id=wick>Wick</h2><p>One.</p><h2 id=oil>Oil</h2><p>Two.</p>",
     {"# 0  | text: Lead.", "#wick 2 Wick | text: One.", "#oil 2 Oil | text: Two."}},
    {"a section's id stands for the heading inside it",
     "<section id=wick><h2>Wick</h2><p>One.</p></section><section id=oil><h2>Oil</h2></section>",
     {"#wick 2 Wick | text: One.", "#oil 2 Oil"}},
    {"an article may hold several sections",
     "<article><section id=a><h2>A one</h2></section>\n<section id=b><h2>B two</h2></section></article>",
     {"#a 2 A one", "#b 2 B two"}},
    {"a header before the first anchor is content",
     "<header><p>Why lamps smoke.</p></header><section id=a><h2>Soot</h2></section>",
     {"# 0  | text: Why lamps smoke.", "#a 2 Soot"}},
    {"the words before a section's heading belong to it",
     "<section id=a><p>Step one</p><h2>Trim</h2><p>Cut it.</p></section>",
     {"#a 2 Trim | text: Step one | text: Cut it."}},
    {"a heading's own id wins over that of the section around it",
     "<section id=outer><h2 id=inner>Trim</h2><p>Cut it.</p></section>",
     {"#inner 2 Trim | text: Cut it."}},
    {"a section with an id but without heading keeps its anchor",
     "<section id=a><p>Just text.</p></section>",
     {"#a 0  | text: Just text."}},
    {"an id on a paragraph, a span or a div without heading parts nothing",
     "<p id=p>One <span id=s>two</span>.</p><div id=d><p>Three.</p></div>",
     {"# 0  | text: One two. | text: Three."}},
    {"a div with an id is a section if it begins with a heading",
     "<p>Lead.</p><div id=d><!-- x --><div><h3>Glass</h3></div><p>Clear.</p></div>",
     {"# 0  | text: Lead.", "#d 3 Glass | text: Clear."}},
    {"deeper headings without id stay in the section",
     "<section id=a><h2>Trim</h2><h3>1. Cool down</h3><p>Wait.</p><h4>How long</h4></section>",
     {"#a 2 Trim | heading: 1. Cool down | text: Wait. | heading: How long"}},
    {"deeper headings with id begin sections, and the parent keeps its own words",
     "<section id=a><h2>Trim</h2><p>Own words.</p><h3 id=b>Cool</h3><p>Wait.</p></section>",
     {"#a 2 Trim | text: Own words.", "#b 3 Cool | text: Wait."}},
    {"headings without id part a text of their level",
     "<h2>One</h2><p>a1</p><h3>Sub</h3><p>b2</p><h2>Two</h2><p>c3</p>",
     {"# 2 One | text: a1 | heading: Sub | text: b2", "# 2 Two | text: c3"}},
    {"a heading that is less deep begins a section as well",
     "<h3>Low</h3><p>a1</p><h2>High</h2><p>b2</p>",
     {"# 3 Low | text: a1", "# 2 High | text: b2"}},
    {"a second heading in an anchored element has the element's anchor",
     "<section id=a><h2>One</h2><p>x1</p><h2>Two</h2><p>y2</p></section>",
     {"#a 2 One | text: x1", "#a 2 Two | text: y2"}},
    {"text after a nested section belongs to the section around it",
     "<section id=a><h2>Outer</h2><p>Before.</p><section id=b><h3>Inner</h3><p>Within.</p></section>"
     "<p>After.</p></section><p>Tail.</p>",
     {"# 0  | text: Tail.", "#a 2 Outer | text: Before. | text: After.", "#b 3 Inner | text: Within."}},
    {"a named link before a heading is its anchor",
     "<p><a name=old></a></p><h2>Lamps</h2><p>x1</p><a id=new></a>\n<h2>Shades</h2>",
     {"#old 2 Lamps | text: x1", "#new 2 Shades"}},
    {"a named link with text between it and the heading is not",
     "<a name=far></a><p>Text.</p><h2>Lamps</h2>",
     {"# 0  | text: Text.", "# 2 Lamps"}},
    {"a named link, or a span with an id, inside a heading is its anchor",
     "<h2><a name=n></a>Lamps</h2><h2><span id=s>Shades</span></h2>",
     {"#n 2 Lamps", "#s 2 Shades"}},
    {"an icon inside a heading lends it no anchor",
     "<h2><svg><path id=shape></path></svg>Lamps</h2>",
     {"# 2 Lamps"}},
    {"headings in lists, tables, quotes and callouts part nothing",
     "<h2>Lamps</h2><ul><li><h2>Item</h2></li></ul><blockquote><h2>Quote</h2></blockquote>"
     "<table><tr><td><h2>Cell</h2></table><aside><h2>Aside</h2></aside>",
     {"# 2 Lamps | heading: Item | heading: Quote | heading: Cell | heading: Aside"}},
    {"but with an id they do",
     "<h2>Lamps</h2><aside><h3 id=x>Shades</h3><p>Dim.</p></aside>",
     {"# 2 Lamps", "#x 3 Shades | callout: Dim."}},
    {"a title repeated as h1 is a heading",
     "<h1>All about lamps</h1><p>x1</p><h2 id=a>Wick</h2>",
     {"# 1 All about lamps | text: x1", "#a 2 Wick"}},
    {"a heading takes the text of all its descendants",
     "<h2 id=h><span style='color: red'>Where <em>the</em> <code>wick.c</code></span><br>sits</h2>",
     {"#h 2 Where the wick.c sits"}},
    {"permanent links are no part of a heading",
     "<h2 id=a>Wick<a href=#a>#</a></h2><h2 id=b><a href=#b class='x header-anchor'>link</a>Oil</h2>"
     "<h2 id=c>Gas <a href=#c>¶</a></h2><h2 id=d><a href=#d>🔗</a> Wax</h2>",
     {"#a 2 Wick", "#b 2 Oil", "#c 2 Gas", "#d 2 Wax"}},
    {"a heading that is wholly its permanent link keeps its text",
     "<h2 id=a><a class=anchor href=#a>Wick</a></h2>",
     {"#a 2 Wick"}},
    {"links in headings are text", "<h2 id=a>On <a href=/wick>wicks</a></h2>", {"#a 2 On wicks"}},
    {"an empty heading with an id is a place to land", "<h2 id=a></h2><p>Text.</p>", {"#a 0  | text: Text."}},
    {"an empty heading without id is nothing",
     "<p>One.</p><h2> </h2><p>Two.</p>",
     {"# 0  | text: One. | text: Two."}},
    {"empty sections are left out",
     "<section id=a></section><section id=b><nav>Menu</nav></section><p>Text.</p>",
     {"# 0  | text: Text."}},
    {"a whole page gives what its body shows",
     "<!DOCTYPE html><html><head><title>Lamps</title><meta charset=utf-8></head>"
     "<body class=home><h1 id=top>Lamps</h1><p>Text.</p></body></html>",
     {"#top 1 Lamps | text: Text."}},
    {"nothing gives nothing", "", {}},
    {"white space gives nothing", " \n\t&nbsp;<p> </p>", {}},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(sections)

BOOST_DATA_TEST_CASE(begin_where_readers_can_land, boost::unit_test::data::make(kCases), c) {
  auto const got = outline_of(extract_article(c.html));
  BOOST_TEST(got == c.want, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
