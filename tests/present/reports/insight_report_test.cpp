// The report on what readers searched.
#include "present/reports/insight_report.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "sample_insight.h"

using namespace pressmark;

BOOST_AUTO_TEST_SUITE(insight_report)

BOOST_AUTO_TEST_CASE(lists_queries_with_their_searches_shares_and_answers) {
  BOOST_TEST(insight_text(sample_insight()) ==
             "200 searches from 2026-08-24 to 2026-11-21, 30 of them not shown: of rare queries "
             "(threshold 3)\n"
             "\nMost searched\n"
             "    42  21.0 %  GraphQL  (12 posts)\n"
             "     8   4.0 %  <b>[31m  (1 post)\n"
             "\nNo results\n"
             "     9   4.5 %  kubernetes & <operator>  (nothing found)\n"
             "     4   2.0 %  zfs  (nothing found)\n"
             "\nRelaxed\n"
             "     6   3.0 %  zfs  (3 posts with fewer words)\n"
             "     5   2.5 %  kuber  (2 posts with the last word as a beginning)\n"
             "\nCorrected\n"
             "     3   1.5 %  rename flie  (1 post for rename file)\n");
}

BOOST_AUTO_TEST_CASE(lists_without_queries_are_left_out) {
  auto insight = sample_insight();
  insight.rare = 0;
  insight.most_searched.resize(1);
  insight.without_results.clear();
  insight.relaxed.clear();
  insight.corrected.clear();
  BOOST_TEST(
      insight_text(insight) ==
      "200 searches from 2026-08-24 to 2026-11-21\n\nMost searched\n    42  21.0 %  GraphQL  (12 posts)\n");
  BOOST_TEST(insight_text({}).empty());
}

BOOST_AUTO_TEST_CASE(is_one_json_object) {
  auto const json = nlohmann::json::parse(insight_json(sample_insight()));
  BOOST_TEST(json["format"] == 1);
  BOOST_TEST(json["firstDay"] == "2026-08-24");
  BOOST_TEST(json["lastDay"] == "2026-11-21");
  BOOST_TEST(json["searches"] == 200);
  BOOST_TEST(json["rare"] == 30);
  BOOST_TEST(json["mostSearched"].size() == 2U);
  BOOST_TEST(json["noResults"][0]["query"] == "kubernetes & <operator>");
  BOOST_TEST(json["relaxed"][1]["outcome"] == "prefix");
  BOOST_TEST(
      json["corrected"][0] ==
      nlohmann::json::parse(R"({"query":"rename flie","searches":3,"share":0.015,"outcome":"typo","posts":1,
                                       "correctedQuery":"rename file","lastAsked":"2026-08-24"})"));
  auto const none = nlohmann::json::parse(insight_json({}));
  BOOST_TEST(none["firstDay"].is_null());
  BOOST_TEST(none["mostSearched"].is_array());
}

BOOST_AUTO_TEST_SUITE_END()
