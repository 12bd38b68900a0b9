// Tags that tell answers apart.
#include "server/service/answer_headers.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "common/date/parse_date.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

struct Case {
  char const* if_none_match;
  bool matches;
};
Case const kCases[] = {
    {"W/\"a\"", true}, {"\"a\"", true},         {"*", true},  {"\"x\", W/\"a\" , \"y\"", true},
    {"\"b\"", false},  {"\"x\", \"y\"", false}, {"a", false}, {"", false},
};

Timestamp const kNow = parse_date("2026-04-10T12:00:00Z").value();

SharedSettings settings(std::string const& text = {}) {
  return service_settings(parse_configuration(text, "p.toml"), {"store"}, {}, "1.0");
}

std::string tag(char const* path, char const* version, Timestamp now, SharedSettings const& with) {
  return entity_tag(*find_route(path, ""), version, now, *with);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(answer_headers)

BOOST_DATA_TEST_CASE(a_known_tag_is_recognised, boost::unit_test::data::make(kCases), one) {
  BOOST_TEST(matches_tag(one.if_none_match, "W/\"a\"") == one.matches);
}

BOOST_AUTO_TEST_CASE(a_tag_changes_with_what_the_answer_depends_on) {
  auto const usual = settings();
  auto const before = tag("/api/search", "0001.2", kNow, usual);
  BOOST_TEST(before.find("0001.2") != std::string::npos);
  BOOST_TEST(tag("/api/search", "0001.2", kNow + std::chrono::hours(1), usual) == before);
  BOOST_TEST(tag("/api/search", "0001.3", kNow, usual) != before);
  BOOST_TEST(tag("/api/search", "0001.2", kNow + std::chrono::hours(24), usual) != before);
}

BOOST_AUTO_TEST_CASE(what_only_pages_show_changes_only_their_tags) {
  auto const usual = settings();
  auto const other = settings("[server]\ntitle = 'Notes'\nbase_path = '/find'\n");
  BOOST_TEST(tag("/search", "1", kNow, usual) != tag("/search", "1", kNow, other));
  BOOST_TEST(tag("/api/search", "1", kNow, usual) == tag("/api/search", "1", kNow, other));
}

BOOST_AUTO_TEST_SUITE_END()
