// What is written of a tree is HTML that gives the same tree, without what must not be kept.
#include "indexer/html/html_writer.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <string>

#include "tests/support/printing.h"

using namespace pressmark;

namespace {

struct Case {
  char const* html;
  char const* want;
};

Written whole_but_body(HtmlNode node) {
  return node.tag() == "body" ? Written::content : Written::whole;
}

std::string written(std::string_view html, std::string const& base_url, ChooseWritten const& choose) {
  return write_html(HtmlTree(html).body(), base_url, choose);
}

Case const kCases[] = {
    {"<p>Oil &amp; <b>gas", "<p>Oil &amp; <b>gas</b></p>"},
    {"1 &lt; 2 &quot;x&quot;", "1 &lt; 2 &quot;x&quot;"},
    {"<p id=wick onclick=x() class='a b'>t</p>", "<p id=\"wick\" class=\"a b\">t</p>"},
    {"a<br>b<hr>", "a<br>b<hr>"},
    {"<a href=/lamp>l</a><a href='#top'>t</a>",
     "<a href=\"https://example.org/lamp\">l</a><a href=\"#top\">t</a>"},
    {"<a href='javascript:x()'>l</a>", "<a>l</a>"},
    {"<img src=wick.png alt='A wick'>", "<img alt=\"A wick\" src=\"https://example.org/light/wick.png\">"},
    {"<img src='data:image/gif;base64,R0' data-src=/late.png>", "<img src=\"https://example.org/late.png\">"},
    {"<pre>\n\n  two\n</pre>", "<pre>\n\n  two\n</pre>"},
    {"<td>lost</td><table><tr><td colspan=2>x",
     "lost<table><tbody><tr><td colspan=\"2\">x</td></tr></tbody></table>"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(html_writer)

BOOST_DATA_TEST_CASE(writes_what_bears_meaning, boost::unit_test::data::make(kCases), c) {
  BOOST_TEST(written(c.html, "https://example.org/light/", whole_but_body) == c.want);
}

BOOST_AUTO_TEST_CASE(relative_addresses_stay_without_a_base) {
  BOOST_TEST(written("<a href=../lamp>l</a>", "", whole_but_body) == "<a href=\"../lamp\">l</a>");
}

BOOST_AUTO_TEST_CASE(leaves_out_what_is_not_chosen) {
  auto const choose = [](HtmlNode node) {
    if (node.tag() == "nav") return Written::nothing;
    return node.tag() == "div" ? Written::whole : Written::content;
  };
  BOOST_TEST(written("<div>oil<nav>menu</nav></div><p>gas</p>", "", choose) == "<div>oil </div>gas");
}

BOOST_AUTO_TEST_SUITE_END()
