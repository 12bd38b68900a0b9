#include "common/date/day_in_text.h"

#include <boost/test/unit_test.hpp>
#include <string>

#include "common/base/time.h"

namespace pressmark {
namespace {

struct Case {
  std::string_view text;
  std::string_view language;
  std::string_view want;  // empty: no day
};

constexpr Case kCases[] = {
    {"Posted on 5 April 2018 by Ann", "en", "2018-04-05"},
    {"the 5th of April, 2018", "en", "2018-04-05"},
    {"5 de abril de 2018", "es", "2018-04-05"},
    {"5. Mrz 2018", "de", "2018-03-05"},
    {"5 sierpnia 2018", "pl", "2018-08-05"},
    {"5 Απρ 2018", "el", "2018-04-05"},
    {"5 jui 2018", "fr", ""},  // June or July
    {"5 mä 2018", "de", ""},
    {"05.04.2018.", "de", "2018-04-05"},
    {"05/04/2018", "fr", "2018-04-05"},
    {"05/04/2018", "en", ""},
    {"05/24/2018", "en", "2018-05-24"},
    {"2018年4月5日", "ja", "2018-04-05"},
    {"31 April 2018", "en", ""},
    {"5 April 1815", "en", ""},
};

BOOST_AUTO_TEST_SUITE(day_in_text)

BOOST_AUTO_TEST_CASE(a_day_is_found_among_words) {
  for (auto const& c : kCases) {
    BOOST_TEST_CONTEXT(c.text) {
      auto const day = find_day_in_text(c.text, c.language);
      BOOST_TEST((day ? format_day(*day) : std::string()) == c.want);
    }
  }
}

BOOST_AUTO_TEST_CASE(an_address_may_hold_a_day) {
  BOOST_TEST((day_in_url("https://example.org/2018/04/05/oil/") == day_in_url("/2018-04-05-oil.html")));
  BOOST_TEST(day_in_url("https://example.org/2018/04/05/").has_value());
  BOOST_TEST(!day_in_url("https://example.org/2018/4/5/").has_value());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pressmark
