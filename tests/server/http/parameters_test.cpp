// Targets and parameters as clients write them.
#include "server/http/parameters.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/support/printing.h"

using namespace pressmark;

namespace {

struct Case {
  char const* query;
  std::vector<Parameter> parameters;
};
Case const kCases[] = {
    {"", {}},
    {"q=rename+file", {{"q", "rename file"}}},
    {"q=a%26b&page=2", {{"q", "a&b"}, {"page", "2"}}},
    {"q=caf%C3%A9", {{"q", "café"}}},
    {"q=100%", {{"q", "100%"}}},
    {"q=%4", {{"q", "%4"}}},
    {"q=%zz%41", {{"q", "%zzA"}}},
    {"q=%FF", {{"q", "\xef\xbf\xbd"}}},
    {"q=a%2Bb", {{"q", "a+b"}}},
    {"q", {{"q", ""}}},
    {"&&q=a&", {{"q", "a"}}},
    {"category=a&category=b", {{"category", "a"}, {"category", "b"}}},
    {"q=a=b", {{"q", "a=b"}}},
};

struct TargetCase {
  char const* target;
  char const* path;
  char const* query;
};
TargetCase const kTargets[] = {
    {"/search?q=a", "/search", "q=a"},
    {"/search", "/search", ""},
    {"/search?", "/search", ""},
    {"/search?q=a?b", "/search", "q=a?b"},
    {"http://example.org/search?q=a", "/search", "q=a"},
    {"https://example.org?q=a", "", "q=a"},
    {"*", "*", ""},
};

struct Segment {
  char const* segment;
  char const* text;
};
Segment const kSegments[] = {
    {"notes.example", "notes.example"},
    {"my%20feed.xml", "my feed.xml"},
    {"a%2Fb", "a/b"},
    {"c++", "c++"},
    {"caf%c3%a9", "café"},
    {"100%", "100%"},
    {"%2", "%2"},
    {"%FF", "\xef\xbf\xbd"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(parameters)

BOOST_DATA_TEST_CASE(are_decoded_whatever_is_sent, boost::unit_test::data::make(kCases), one) {
  BOOST_TEST(parse_parameters(one.query) == one.parameters);
}

BOOST_DATA_TEST_CASE(a_plus_is_no_space_in_a_path, boost::unit_test::data::make(kSegments), one) {
  BOOST_TEST(decoded_text(one.segment) == one.text);
}

BOOST_DATA_TEST_CASE(stand_behind_the_path, boost::unit_test::data::make(kTargets), one) {
  auto const target = split_target(one.target);
  BOOST_TEST(target.path == one.path);
  BOOST_TEST(target.query == one.query);
}

BOOST_AUTO_TEST_SUITE_END()
