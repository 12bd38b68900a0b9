// Any HTML gives the tree that a browser would build.
#include "indexer/html/html_tree.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <string>
#include <utility>

#include "tests/support/printing.h"

using namespace pressmark;

namespace {

// "tag(child child)" for an element, "'text'" for text.
std::string outline(HtmlNode node) {
  if (node.is_text()) return "'" + std::string(node.text()) + "'";
  std::string children;
  for (std::size_t i = 0; i < node.child_count(); ++i) {
    if (i > 0) children += ' ';
    children += outline(node.child(i));
  }
  return std::string(node.tag()) + "(" + children + ")";
}

struct Case {
  char const* html;
  char const* want;
};

Case const kFragments[] = {
    {"", "body()"},
    {"<p>one<p>two", "body(p('one') p('two'))"},
    {"a &amp; b &eacute;", "body('a & b é')"},
    {"<B>loud</I>", "body(b('loud'))"},
    {"<lamp-post>lit</lamp-post>", "body(lamp-post('lit'))"},
    {"<table><tr><td>1", "body(table(tbody(tr(td('1')))))"},
    {"a<!-- no -->b", "body('a' () 'b')"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(html_tree)

BOOST_DATA_TEST_CASE(fragments_have_a_body, boost::unit_test::data::make(kFragments), c) {
  BOOST_TEST(outline(HtmlTree(c.html).body()) == c.want);
}

BOOST_AUTO_TEST_CASE(a_page_has_a_head) {
  HtmlTree const tree("<html lang=en><title>x</title><p>y", HtmlScope::page);
  BOOST_TEST(outline(tree.root()) == "html(head(title('x')) body(p('y')))");
  BOOST_TEST(tree.root().attribute("lang").value_or("absent") == "en");
}

BOOST_AUTO_TEST_CASE(attributes_are_found_whatever_their_case) {
  HtmlTree const tree("<a HREF='x&amp;y' download>z</a>");
  auto const link = tree.body().child(0);
  BOOST_TEST(link.attribute("href").value_or("absent") == "x&y");
  BOOST_TEST(link.attribute("download").value_or("absent") == "");
  BOOST_TEST(!link.attribute("title").has_value());
  BOOST_TEST(!link.child(0).attribute("href").has_value());
}

BOOST_AUTO_TEST_CASE(a_moved_tree_keeps_its_nodes) {
  HtmlTree tree("<odd-one>x</odd-one>");
  auto const node = tree.body().child(0);
  auto const moved = std::move(tree);
  BOOST_TEST(node.tag() == "odd-one");
  BOOST_TEST(moved.body().child(0).tag() == "odd-one");
}

BOOST_AUTO_TEST_SUITE_END()
