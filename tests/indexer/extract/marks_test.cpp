// Ranges that authors set apart, in the final text of blocks and headings.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "outline.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

// "code:text" for each mark.
std::vector<std::string> marks_of(std::string const& text, std::vector<Mark> const& marks) {
  constexpr std::string_view kNames[] = {"code", "definition", "emphasis"};
  std::vector<std::string> result;
  for (auto const& mark : marks) {
    auto const name = std::string(kNames[static_cast<std::size_t>(mark.kind)]);
    result.push_back(name + ":" + text.substr(mark.begin, mark.end - mark.begin));
  }
  return result;
}

struct Case {
  char const* name;
  char const* html;
  std::vector<std::string> want;
};

Case const kCases[] = {
    {"code and its kin",
     "Press <kbd>Q</kbd>, see <samp>lit</samp>, set <var>n</var>, <tt>t</tt> or <code>c()</code>.",
     {"code:Q", "code:lit", "code:n", "code:t", "code:c()"}},
    {"definitions and emphasis",
     "A <dfn>wick</dfn> is <mark>a cord</mark>. <em>So</em> <strong>there</strong>.",
     {"definition:wick", "emphasis:a cord"}},
    {"white space at their edges stays outside",
     "A <code> wick\n </code> and <code>&nbsp;oil</code>",
     {"code:wick", "code:oil"}},
    {"elements without text mark nothing", "A <code></code><code> </code>wick", {}},
    {"nested marks of a kind are one", "<code>a <code>b</code> c</code> d", {"code:a b c"}},
    {"nested marks of two kinds are two",
     "<dfn>the <code>wick</code></dfn> x",
     {"definition:the wick", "code:wick"}},
    {"inside a word", "<code>Lamp</code>s burn", {"code:Lamp"}},
    {"offsets are bytes", "“é” <code>→x</code>", {"code:→x"}},
    {"they follow the text when markers before them go",
     "**Oil** *for* <code>lamp</code> `wick`",
     {"code:lamp", "code:wick"}},
    {"they shrink with markers inside them", "<mark>**Oil** burns</mark> well", {"emphasis:Oil burns"}},
    {"code in backticks", "Trim `the_wick`.", {"code:the_wick"}},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(marks)

BOOST_DATA_TEST_CASE(stand_where_the_text_of_a_paragraph_has_them, boost::unit_test::data::make(kCases), c) {
  auto const article = extract_article("<p>" + std::string(c.html) + "</p>");
  BOOST_TEST_REQUIRE(article.sections.size() == 1U);
  BOOST_TEST_REQUIRE(article.sections.front().blocks.size() == 1U);
  auto const& block = article.sections.front().blocks.front();
  BOOST_TEST(marks_of(block.text, block.marks) == c.want, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(stand_where_the_text_of_a_heading_has_them) {
  auto const article = extract_article("<h2 id=a>Where <code>wick.c</code> <a href=#a>#</a></h2>");
  BOOST_TEST_REQUIRE(article.sections.size() == 1U);
  auto const& section = article.sections.front();
  BOOST_TEST(marks_of(section.heading, section.heading_marks) == std::vector<std::string>{"code:wick.c"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(around_blocks_mark_each_of_them) {
  auto const article = extract_article("<mark><p>One</p><p>Two</p></mark>");
  BOOST_TEST(joined(blocks_of(article), ", ") == "key: One, key: Two");
}

BOOST_AUTO_TEST_CASE(follow_the_text_when_a_label_goes) {
  auto const article = extract_article("<aside><b>Tip:</b> trim the <code>wick</code></aside>");
  auto const& block = article.sections.front().blocks.front();
  BOOST_TEST(block.text == "trim the wick");
  BOOST_TEST(marks_of(block.text, block.marks) == std::vector<std::string>{"code:wick"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
