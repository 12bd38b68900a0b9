// Descriptions as one line of text.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "indexer/extract/article.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

struct Case {
  char const* html;
  char const* want;
};

Case const kCases[] = {
    {"Plain words stay.", "Plain words stay."},
    {"", ""},
    {"a < b & c", "a < b & c"},
    {"lit if oil<wick", "lit if oil<wick"},
    {"5 > 4 < 6", "5 > 4 < 6"},
    {"Oil &amp; gas&nbsp;&#8212; <b>light</b>", "Oil & gas — light"},
    {"<p>Who lit it?</p><p>We did.</p>", "Who lit it? We did."},
    {"One</br>two<br>three", "One two three"},
    {"<h3>Lamps</h3><ul><li>Oil</li><li>Gas</li></ul>", "Lamps Oil Gas"},
    {"oil → gas → wire 🤖", "oil → gas → wire 🤖"},
    {"<p><a href=x>Read on</a></p>", "Read on"},
    {"<img src=x alt='a lamp in fog'>Fog", "Fog"},
    {"<script>x()</script>Light", "Light"},
    {"  many \n spaces\t", "many spaces"},
    {"<pre>a\n  b</pre>", "a b"},
    {"bad \xFF byte", "bad \xEF\xBF\xBD byte"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(html_to_text)

BOOST_DATA_TEST_CASE(gives_one_line, boost::unit_test::data::make(kCases), c) {
  BOOST_TEST(pressmark::html_to_text(c.html) == c.want);
}

BOOST_AUTO_TEST_SUITE_END()
