// The report on what another configuration changes.
#include "present/reports/comparison_report.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

using namespace pressmark;

namespace {

QueryOutcome outcome(std::string const& id, std::size_t rank) {
  return {.id = id,
          .query = "words",
          .kind = "topic",
          .first = "https://a.example/",
          .has_answer = true,
          .right_rank = rank};
}

// Five queries: two better, two worse, one without an answer that is given one.
QualityComparison sample() {
  auto const section = [](QueryOutcome one, bool first) {
    one.judges_sections = true;
    one.section_first = first;
    return one;
  };
  QueryOutcome const nothing{.id = "n1", .query = "zzz", .kind = "none"};
  auto found = nothing;
  found.first = "https://b.example/#x";
  QualityFigures const before{.queries = 5, .ndcg10 = 0.5, .mrr = 0.25};
  QualityFigures const after{.queries = 5, .ndcg10 = 0.625, .mrr = 0.125};
  return compare(
      {.queries = {outcome("a", 0), section(outcome("b", 2), true), outcome("c", 4), outcome("d", 3),
                   nothing},
       .by_kind = {{"topic", before}},
       .all = before},
      {.queries = {outcome("a", 1), section(outcome("b", 2), false), outcome("c", 5), outcome("d", 2), found},
       .by_kind = {{"topic", after}},
       .all = after});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(comparison_report)

BOOST_AUTO_TEST_CASE(shows_both_figures_and_the_difference_then_what_moved) {
  BOOST_TEST(comparison_text(sample(), 10) ==
             "kind          queries  nDCG@10    MRR  recall@10  post first  section first  zero hits\n"
             "topic               5    0.500  0.250      0.000       0.000              -      0.000\n"
             "  after             5    0.625  0.125      0.000       0.000              -      0.000\n"
             "  change                +0.125 -0.125\n"
             "all                 5    0.500  0.250      0.000       0.000              -      0.000\n"
             "  after             5    0.625  0.125      0.000       0.000              -      0.000\n"
             "  change                +0.125 -0.125\n"
             "better: a [topic] words: first right post none -> 1\n"
             "better: d [topic] words: first right post 3 -> 2\n"
             "worse: c [topic] words: first right post 4 -> 5\n"
             "worse: b [topic] words: section lost\n"
             "worse: n1 [none] zzz: nothing -> https://b.example/#x\n");
}

BOOST_AUTO_TEST_CASE(keeps_those_that_moved_farthest_where_not_all_are_wanted) {
  auto const text = comparison_text(sample(), 3);
  BOOST_TEST(text.find("better: a ") != std::string::npos);
  BOOST_TEST(text.find("worse: b ") != std::string::npos);
  BOOST_TEST(text.find("worse: n1 ") != std::string::npos);
  BOOST_TEST(text.find("better: d ") == std::string::npos);
  BOOST_TEST(text.ends_with("2 more moved, no farther\n"));
  BOOST_TEST(comparison_text(sample(), 0).ends_with("5 more moved, no farther\n"));
}

BOOST_AUTO_TEST_CASE(says_so_where_nothing_changes) {
  auto const report = sample().before;
  auto const text = comparison_text(compare(report, report), 10);
  BOOST_TEST(text.find("change") == std::string::npos);
  BOOST_TEST(text.ends_with("no query moved\n"));
}

BOOST_AUTO_TEST_CASE(programs_read_the_same_and_every_move) {
  auto const json = nlohmann::json::parse(comparison_json(sample()));
  BOOST_TEST(json["format"] == 1);
  BOOST_TEST(json["before"]["all"]["ndcg10"] == 0.5);
  BOOST_TEST(json["after"]["kinds"]["topic"]["ndcg10"] == 0.625);
  BOOST_TEST(json["change"]["all"]["mrr"] == -0.125);
  BOOST_TEST(json["change"]["kinds"]["topic"]["sectionFirst"].is_null());
  BOOST_REQUIRE(json["moved"].size() == 5U);
  BOOST_TEST(json["moved"][0] == nlohmann::json::parse(R"({"id":"a","kind":"topic","query":"words",
      "before":{"rank":null,"sectionFirst":null,"first":"https://a.example/"},
      "after":{"rank":1,"sectionFirst":null,"first":"https://a.example/"}})"));
  BOOST_TEST(json["moved"][3]["after"]["sectionFirst"] == false);
}

BOOST_AUTO_TEST_SUITE_END()
