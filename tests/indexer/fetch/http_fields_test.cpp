// Header fields as servers write them.
#include "indexer/fetch/http_fields.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/support/printing.h"

using namespace pressmark;
using std::chrono::seconds;
namespace data = boost::unit_test::data;

namespace {

struct TypeCase {
  char const* field;
  char const* name;
  char const* charset;
};

constexpr TypeCase kTypes[] = {
    {"", "", ""},
    {"text/html", "text/html", ""},
    {"Application/RSS+XML; Charset=UTF-8", "application/rss+xml", "utf-8"},
    {"text/xml;charset=\"ISO-8859-1\"", "text/xml", "iso-8859-1"},
    {"text/html; boundary=x ; charset = koi8-r ; charset=utf-8", "text/html", "koi8-r"},
    {"text/html; charset=", "text/html", ""},
    {"; charset=utf-8", "", "utf-8"},
};

struct RetryCase {
  char const* field;
  int wait;  // seconds; -1 for none
};

// Seen from Sun, 06 Nov 1994 08:49:37 GMT.
constexpr RetryCase kRetries[] = {
    {"120", 120},
    {" 0 ", 0},
    {"99999999999999999999", 1'000'000'000},
    {"Sun, 06 Nov 1994 08:50:37 GMT", 60},
    {"Sunday, 06-Nov-94 08:50:37 GMT", 60},
    {"Sun Nov  6 08:50:37 1994", 60},
    {"Sun, 06 Nov 1994 08:00:00 GMT", 0},
    {"", -1},
    {"-5", -1},
    {"1.5", -1},
    {"soon", -1},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(http_fields)

BOOST_DATA_TEST_CASE(reads_media_types, data::make(kTypes), c) {
  auto const type = parse_media_type(c.field);
  BOOST_TEST(type.name == c.name);
  BOOST_TEST(type.charset == c.charset);
}

BOOST_DATA_TEST_CASE(reads_how_long_to_wait_in_seconds_or_until_a_date_of_any_http_form, data::make(kRetries),
                     c) {
  Timestamp const now(seconds(784'111'777));
  BOOST_TEST(parse_retry_after(c.field, now).value_or(seconds(-1)).count() == c.wait);
}

BOOST_AUTO_TEST_SUITE_END()
