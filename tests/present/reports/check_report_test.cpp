// The report on a store that was checked.
#include "present/reports/check_report.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

using namespace pressmark;

BOOST_AUTO_TEST_SUITE(check_report)

BOOST_AUTO_TEST_CASE(a_sound_store_takes_one_line) {
  BOOST_TEST(check_report_text({25, "0003", {}}) == "25 posts, generation 0003: all is well\n");
  BOOST_TEST(check_report_text({1, "0001", {}, "p.toml"}) ==
             "1 post, generation 0001, configuration p.toml: all is well\n");
}

BOOST_AUTO_TEST_CASE(findings_are_listed_with_a_hint_once_where_it_repeats) {
  CheckReport const report{25,
                           "0003",
                           {{Severity::error, "one", "mend it"},
                            {Severity::error, "two", "mend it"},
                            {Severity::warning, "three", ""}}};
  BOOST_TEST(check_report_text(report) ==
             "error: one\n"
             "error: two\n"
             "hint: mend it\n"
             "warning: three\n"
             "3 findings\n");
  BOOST_TEST(check_report_text({0, "", {{Severity::warning, "one", ""}}}) == "warning: one\n1 finding\n");
}

BOOST_AUTO_TEST_CASE(is_one_json_object) {
  CheckReport const report{25, "", {{Severity::error, "one", "mend it"}, {Severity::warning, "two", ""}}};
  auto const json = nlohmann::json::parse(check_report_json(report));
  auto const expected = nlohmann::json::parse(
      R"({"format":1,"sound":false,"posts":25,"generation":null,"configuration":null,
          "findings":[{"severity":"error","what":"one","hint":"mend it"},
                      {"severity":"warning","what":"two","hint":null}]})");
  BOOST_TEST(json == expected);
  BOOST_TEST(nlohmann::json::parse(check_report_json({25, "0001", {}}))["sound"] == true);
}

BOOST_AUTO_TEST_SUITE_END()
