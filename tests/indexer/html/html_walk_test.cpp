// Text and words are read off a tree as a reader sees them.
#include "indexer/html/html_walk.h"

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

Case const kCases[] = {
    {"<p>One</p><p>two", "One two"},      {"Wi<b>ck</b>s", "Wicks"},          {"a<br>b", "a b"},
    {"  many \n spaces ", "many spaces"}, {"x<template>y</template>z", "xz"}, {"<ul><li>a<li>b</ul>", "a b"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(html_walk)

BOOST_DATA_TEST_CASE(text_is_one_line, boost::unit_test::data::make(kCases), c) {
  BOOST_TEST(text_beneath(HtmlTree(c.html).body()) == c.want);
}

BOOST_AUTO_TEST_CASE(words_of_an_attribute_are_found_in_any_case) {
  HtmlTree const tree("<p class='Entry-Title\n big'>x</p>");
  auto const node = tree.body().child(0);
  BOOST_TEST(has_token(node, "class", "entry-title"));
  BOOST_TEST(has_token(node, "class", "big"));
  BOOST_TEST(!has_token(node, "class", "entry"));
  BOOST_TEST(!has_token(node, "rel", "big"));
}

BOOST_AUTO_TEST_CASE(a_search_stops_where_it_finds) {
  HtmlTree const tree("<p>one</p><p>two</p>");
  int asked = 0;
  BOOST_TEST(any_beneath(tree.body(), [&](HtmlNode node) {
    ++asked;
    return node.is_text();
  }));
  BOOST_TEST(asked == 2);
}

BOOST_AUTO_TEST_SUITE_END()
