// URLs as they are sent and shown.
#include "common/url/request_url.h"

#include <boost/test/unit_test.hpp>

using namespace pressmark;

BOOST_AUTO_TEST_SUITE(request_url)

BOOST_AUTO_TEST_CASE(sends_no_fragment_and_nothing_beyond_ascii) {
  BOOST_TEST(pressmark::request_url("https://example.org/a b/\xC3\xA9?q=\xC3\xA9 x#top") ==
             "https://example.org/a%20b/%C3%A9?q=%C3%A9%20x");
}

BOOST_AUTO_TEST_CASE(keeps_what_is_escaped) {
  BOOST_TEST(pressmark::request_url("https://example.org/100%25/%c3%a9") ==
             "https://example.org/100%25/%c3%a9");
}

BOOST_AUTO_TEST_CASE(shows_no_credentials) {
  BOOST_TEST(shown_url("https://ann:se@cret@example.org:8080/a") == "https://example.org:8080/a");
}

BOOST_AUTO_TEST_CASE(finds_the_robots_txt_of_a_url) {
  BOOST_TEST(robots_url("https://example.org:8080/a/b?c#d") == "https://example.org:8080/robots.txt");
  BOOST_TEST(robots_url("http://example.org") == "http://example.org/robots.txt");
}

BOOST_AUTO_TEST_SUITE_END()
