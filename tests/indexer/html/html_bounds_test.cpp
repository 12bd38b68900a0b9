// HTML is rewritten only where parsing it would cost more than its size.
#include "indexer/html/html_bounds.h"

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
    {"<p>Oil <b>lamp</b> &amp; wick", "<p>Oil <b>lamp</b> &amp; wick"},
    {"a < b", "a < b"},
    {"a<!-- x > y -->b<!DOCTYPE html>c<?php d ?>e", "abce"},
    {"a<script>if (x < y) '</p>'</script>b", "ab"},
    {"a<title>t</title><style>s</style><iframe>i</iframe><svg><g/></svg>b", "ab"},
    {"a<script>never closed <p>b", "a"},
    {"a<select><option>x</select>b", "ab"},
    {"<span/>x<br/>", "<span/></span>x<br/>"},
    {"x<p class='cut", "x"},
    {"<math><mi>x</mi></math>", "<mi>x</mi>"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(html_bounds)

BOOST_DATA_TEST_CASE(what_holds_nothing_to_read_goes, boost::unit_test::data::make(kCases), c) {
  auto const bounded = bound_html(c.html, 16);
  BOOST_TEST(bounded.html == c.want);
  BOOST_TEST(!bounded.flattened);
}

BOOST_AUTO_TEST_CASE(of_a_page_the_title_and_linked_data_stay) {
  auto const* const page =
      "<title>a < b</title><script>x</script><script type='application/ld+json'>{\"a\": \"<p>\"}</script>c";
  BOOST_TEST(bound_html(page, 16, HtmlScope::page).html ==
             "<title>a < b</title><script type='application/ld+json'>{\"a\": \"<p>\"}</script>c");
}

BOOST_AUTO_TEST_CASE(elements_beyond_the_limit_lose_their_tags) {
  auto const bounded = bound_html("<div><div><div>deep</div></div></div>", 2);
  BOOST_TEST(bounded.html == "<div><div> deep </div></div>");
  BOOST_TEST(bounded.flattened);
}

BOOST_AUTO_TEST_SUITE_END()
