// The report on moved posts.
#include "present/reports/move_report.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

using namespace pressmark;

namespace {

MoveReport sample() {
  return {"a.example", "b.example", 12, {{"https://a.example/1", "https://b.example/1"}}, 25, true};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(move_report)

BOOST_AUTO_TEST_CASE(says_how_many_moved) {
  BOOST_TEST(move_report_text(sample()) == "12 posts moved from a.example to b.example\n");
  BOOST_TEST(move_report_text({"a", "b", 1, {}, 1, true}) == "1 post moved from a to b\n");
}

BOOST_AUTO_TEST_CASE(warns_of_each_post_that_stayed) {
  BOOST_TEST(move_warnings_text({"a", "b", 1, {}, 1, true}).empty());
  BOOST_TEST(move_warnings_text(sample()) ==
             "warning: https://a.example/1 stays: another post has the address https://b.example/1\n"
             "hint: forget the one of two that is not wanted: pressmark forget URL\n");
}

BOOST_AUTO_TEST_CASE(is_one_json_object) {
  auto const json = nlohmann::json::parse(move_report_json(sample()));
  auto const expected = nlohmann::json::parse(
      R"({"format":1,"from":"a.example","to":"b.example","moved":12,"posts":25,"published":true,
          "taken":[{"url":"https://a.example/1","target":"https://b.example/1"}]})");
  BOOST_TEST(json == expected);
}

BOOST_AUTO_TEST_SUITE_END()
