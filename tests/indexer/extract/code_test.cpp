// Preformatted code.
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

Case const kCases[] = {
    {"keeps lines, tabs and inner spaces",
     "<pre><code class=language-c>int a;\n\tint  b;\n\n  c;\n</code></pre>", "int a;\n\tint  b;\n\n  c;"},
    {"needs no code element", "<pre>lamp/\n├── wick\n└── oil</pre>", "lamp/\n├── wick\n└── oil"},
    {"takes br for the end of a line", "<pre>a1<br>b2<br/>c3</pre>", "a1\nb2\nc3"},
    {"takes an inner block for a line", "<pre><div>a1</div><div>b2</div>c3</pre>", "a1\nb2\nc3"},
    {"joins what a highlighter took apart", "<pre><span>lamp</span><span>.</span><b>lit</b>()</pre>",
     "lamp.lit()"},
    {"has plain spaces and line ends", "<pre>a&nbsp;=&nbsp;1&#13;\nb</pre>", "a = 1\nb"},
    {"is unescaped a second time where that is left to do",
     "<pre>&amp;lt;lamp on=\"a &amp;amp;&amp;amp; b\"&amp;gt;</pre>", "<lamp on=\"a && b\">"},
    {"is not unescaped a third time", "<pre>&amp;amp;lt;</pre>", "&lt;"},
    {"keeps other signs", "<pre>a & b &quot;c&quot; &copy=1 **kwargs `x`</pre>",
     "a & b \"c\" ©=1 **kwargs `x`"},
    {"keeps a shell's prompt", "<pre>$ lamp --on\n&gt;&gt;&gt; lit()</pre>", "$ lamp --on\n>>> lit()"},
    {"shows escaped scripts", "<pre>&lt;script type=\"x\"&gt;go()&lt;/script&gt;</pre>",
     "<script type=\"x\">go()</script>"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(code)

BOOST_DATA_TEST_CASE(in_a_block_is_kept_as_it_was_written, boost::unit_test::data::make(kCases), c) {
  auto const article = extract_article(c.html);
  BOOST_TEST_REQUIRE(article.sections.size() == 1U);
  BOOST_TEST_REQUIRE(article.sections.front().blocks.size() == 1U);
  auto const& block = article.sections.front().blocks.front();
  BOOST_TEST(block.kind == BlockKind::code);
  BOOST_TEST(block.text == c.want);
  BOOST_TEST(block.marks.empty());
}

BOOST_AUTO_TEST_CASE(in_the_line_is_unescaped_a_second_time_and_prose_is_not) {
  auto const article = extract_article("<p><code>&amp;lt;b&amp;gt;</code> is written &amp;lt;b&amp;gt;</p>");
  BOOST_TEST(joined(blocks_of(article), ", ") == "text: <b> is written &lt;b&gt;");
}

BOOST_AUTO_TEST_CASE(without_letter_or_digit_is_dropped) {
  BOOST_TEST(extract_article("<pre>{ }\n---</pre>").sections.empty());
}

BOOST_AUTO_TEST_SUITE_END()
