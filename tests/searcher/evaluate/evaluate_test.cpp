// Judged queries asked of a store: outcomes, figures, exclusions.
#include "searcher/evaluate/evaluate.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "tests/searcher/sample_store.h"

using namespace pressmark;

namespace {

std::vector<SamplePost> const kPosts{
    {"proof",
     "Proofing dough",
     "Mon, 05 Jan 2026 10:00:00 GMT",
     {},
     "<p>Dough, dough and more dough.</p><h2 id=\"cold\">Cold</h2><p>The refrigerator slows it.</p>"},
    {"oven", "A hot oven", "Tue, 06 Jan 2026 10:00:00 GMT", {}, "<p>Bake the dough until it is brown.</p>"},
};

QueryOutcome outcome_of(JudgedQuery const& judged) {
  SampleStore const store(kPosts);
  Searcher searcher(store.layout());
  return pressmark::evaluate(searcher, {judged}, kSampleNow).queries.at(0);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(evaluate)

BOOST_AUTO_TEST_CASE(an_outcome_tells_where_the_first_right_post_stands) {
  auto const outcome =
      outcome_of({.id = "q1", .query = "dough", .kind = "topic", .relevant = {{"/oven", 3}}});
  BOOST_TEST(outcome.id == "q1");
  BOOST_TEST(outcome.kind == "topic");
  BOOST_TEST(outcome.has_answer);
  BOOST_TEST(outcome.right_rank == 2U);
  BOOST_TEST(!outcome.post_first);
  BOOST_TEST(outcome.recall10 == 1);
  BOOST_TEST(outcome.first == "https://notes.example/proof");
  BOOST_TEST(outcome.is_miss());
}

BOOST_AUTO_TEST_CASE(a_judged_section_has_to_come_first) {
  auto const right = outcome_of({.query = "refrigerator", .relevant = {{"/proof#cold", 3}}});
  BOOST_TEST(right.judges_sections);
  BOOST_TEST(right.section_first);
  BOOST_TEST(!right.is_miss());
  auto const wrong = outcome_of({.query = "dough", .relevant = {{"/proof#cold", 3}}});
  BOOST_TEST(wrong.post_first);
  BOOST_TEST(!wrong.section_first);
  BOOST_TEST(wrong.is_miss());
}

BOOST_AUTO_TEST_CASE(an_excluded_post_counts_as_if_it_were_not_there) {
  auto const outcome =
      outcome_of({.query = "dough", .relevant = {{"/oven", 3}}, .excluded = {"https://notes.example/proof"}});
  BOOST_TEST(outcome.right_rank == 1U);
  BOOST_TEST(outcome.ndcg10 == 1);
  BOOST_TEST(outcome.first == "https://notes.example/oven");
  auto const nothing =
      outcome_of({.query = "refrigerator", .relevant = {{"/oven", 3}}, .excluded = {"/proof"}});
  BOOST_TEST(nothing.first == "");
  BOOST_TEST(nothing.right_rank == 0U);
}

BOOST_AUTO_TEST_CASE(posts_behind_the_excluded_ones_move_up) {
  std::vector<SamplePost> posts;
  for (int i = 0; i < 15; ++i) {
    posts.push_back({"p" + std::to_string(i), "Bread", "", {}, "<p>Crumb and crust.</p>"});
  }
  SampleStore const store(posts);
  Searcher searcher(store.layout());
  JudgedQuery judged{.query = "crumb crust", .relevant = {{"/p14", 1}}};
  BOOST_TEST(pressmark::evaluate(searcher, {judged}, kSampleNow).queries.at(0).right_rank == 0U);
  for (int i = 0; i < 14; ++i) judged.excluded.push_back("/p" + std::to_string(i));
  BOOST_TEST(pressmark::evaluate(searcher, {judged}, kSampleNow).queries.at(0).right_rank == 1U);
}

BOOST_AUTO_TEST_CASE(figures_are_means_over_the_queries_they_apply_to) {
  SampleStore const store(kPosts);
  Searcher searcher(store.layout());
  auto const report = pressmark::evaluate(searcher,
                                          {{.query = "dough", .kind = "topic", .relevant = {{"/oven", 3}}},
                                           {.query = "oven", .kind = "topic", .relevant = {{"/oven", 3}}},
                                           {.query = "submarine", .kind = "none"}},
                                          kSampleNow);
  BOOST_TEST(report.all.queries == 2U);
  BOOST_TEST(report.all.mrr == 0.75);
  BOOST_TEST(report.all.post_first == 0.5);
  BOOST_TEST(report.by_kind.at("none").zero_hits == 1);
  BOOST_TEST(!report.queries.at(2).is_miss());
}

BOOST_AUTO_TEST_SUITE_END()
