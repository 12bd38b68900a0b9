// The report on forgotten posts.
#include "present/reports/forget_report.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

using namespace pressmark;

BOOST_AUTO_TEST_SUITE(forget_report)

BOOST_AUTO_TEST_CASE(says_how_many_went_and_how_many_are_left) {
  BOOST_TEST(forget_report_text({2, {}, 23, true}) == "2 posts forgotten, 23 left\n");
  BOOST_TEST(forget_report_text({1, {}, 0, true}) == "1 post forgotten, 0 left\n");
}

BOOST_AUTO_TEST_CASE(warns_of_each_name_that_no_post_has) {
  BOOST_TEST(forget_warnings_text({2, {}, 23, true}).empty());
  BOOST_TEST(forget_warnings_text({0, {"https://a.example/1", "x"}, 23, false}) ==
             "warning: no post here has the address https://a.example/1; it is kept out all the same\n"
             "warning: no post here has the address x; it is kept out all the same\n");
}

BOOST_AUTO_TEST_CASE(is_one_json_object) {
  auto const json = nlohmann::json::parse(forget_report_json({2, {"x"}, 23, true}));
  auto const expected =
      nlohmann::json::parse(R"({"format":1,"removed":2,"unknown":["x"],"posts":23,"published":true})");
  BOOST_TEST(json == expected);
}

BOOST_AUTO_TEST_SUITE_END()
