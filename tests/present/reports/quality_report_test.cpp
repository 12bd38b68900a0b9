// The report on judged queries.
#include "present/reports/quality_report.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/printing.h"

using namespace pressmark;

namespace {

QualityReport sample_report() {
  QualityReport report;
  QualityFigures topic;
  topic.queries = 26;
  topic.ndcg10 = 0.87654;
  topic.mrr = 1;
  topic.recall10 = 0.5;
  topic.post_first = 0.25;
  topic.section_first = 0.75;
  topic.with_sections = 4;
  topic.zero_hits = 0.125;
  report.by_kind["topic"] = topic;
  report.by_kind["none"] = QualityFigures{};
  report.all = topic;
  report.unequal_groups = {"eq:plural"};
  report.queries = {
      {.id = "q1", .query = "rename", .kind = "topic", .first = "https://a.example/", .has_answer = true},
      {.id = "q2",
       .query = "sync",
       .kind = "topic",
       .first = "https://b.example/",
       .has_answer = true,
       .post_first = true},
      {.id = "q3", .query = "fsync", .kind = "topic", .has_answer = true},
  };
  return report;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(quality_report)

BOOST_AUTO_TEST_CASE(is_a_table_with_a_row_per_kind) {
  BOOST_TEST(quality_text(sample_report(), 0) ==
             "kind          queries  nDCG@10    MRR  recall@10  post first  section first  zero hits\n"
             "none                0        -      -          -           -              -          -\n"
             "topic              26    0.877  1.000      0.500       0.250          0.750      0.125\n"
             "all                26    0.877  1.000      0.500       0.250          0.750      0.125\n"
             "differs within the group: eq:plural\n");
}

BOOST_AUTO_TEST_CASE(shows_as_many_missed_queries_as_asked_for) {
  auto const text = quality_text(sample_report(), 1);
  BOOST_TEST(text.ends_with("\nmissed: q1 [topic] rename -> https://a.example/\n"));
}

BOOST_AUTO_TEST_CASE(programs_read_the_same_figures) {
  auto const json = nlohmann::json::parse(quality_json(sample_report()));
  BOOST_TEST(json["format"] == 1);
  BOOST_TEST(json["all"]["queries"] == 26);
  BOOST_TEST(json["all"]["ndcg10"] == 0.8765);
  BOOST_TEST(json["all"]["mrr"] == 1.0);
  BOOST_TEST(json["all"]["recall10"] == 0.5);
  BOOST_TEST(json["all"]["postFirst"] == 0.25);
  BOOST_TEST(json["all"]["sectionFirst"] == 0.75);
  BOOST_TEST(json["all"]["zeroHits"] == 0.125);
  BOOST_TEST(json["kinds"]["topic"] == json["all"]);
  BOOST_TEST(json["kinds"]["none"]["ndcg10"].is_null());
  BOOST_TEST(json["unequalGroups"] == nlohmann::json::array({"eq:plural"}));
  BOOST_TEST(json["missed"] == nlohmann::json::array({"q1 [topic] rename -> https://a.example/",
                                                      "q3 [topic] fsync -> nothing"}));
}

BOOST_AUTO_TEST_SUITE_END()
