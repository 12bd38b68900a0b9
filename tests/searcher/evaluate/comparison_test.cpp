// What moves between two reports on the same queries.
#include "searcher/evaluate/comparison.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

using namespace pressmark;

namespace {

QueryOutcome ranked(std::string const& id, std::size_t rank) {
  return {.id = id, .kind = "topic", .first = "https://a.example/", .has_answer = true, .right_rank = rank};
}

QueryOutcome with_section(std::string const& id, bool section_first) {
  auto outcome = ranked(id, 1);
  outcome.judges_sections = true;
  outcome.section_first = section_first;
  return outcome;
}

QueryOutcome unanswerable(std::string const& id, std::string const& first) {
  return {.id = id, .kind = "none", .first = first};
}

std::string moves(std::vector<QueryOutcome> before, std::vector<QueryOutcome> after) {
  std::string text;
  for (auto const& moved : compare({.queries = std::move(before)}, {.queries = std::move(after)}).moved) {
    text += moved.before.id + (moved.gain > 0 ? "+ " : moved.gain < 0 ? "- " : "= ");
  }
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(comparison)

BOOST_AUTO_TEST_CASE(better_queries_come_first_and_the_worst_last) {
  BOOST_TEST(moves({ranked("a", 1), ranked("b", 4), ranked("c", 2), ranked("d", 0), ranked("e", 1)},
                   {ranked("a", 0), ranked("b", 2), ranked("c", 2), ranked("d", 1), ranked("e", 2)}) ==
             "d+ b+ e- a- ");
}

BOOST_AUTO_TEST_CASE(a_section_that_comes_first_or_no_longer_does_is_a_move) {
  BOOST_TEST(moves({with_section("a", true), with_section("b", false), with_section("c", true)},
                   {with_section("a", false), with_section("b", true), with_section("c", true)}) == "b+ a- ");
}

BOOST_AUTO_TEST_CASE(what_has_no_answer_should_not_be_given_one) {
  BOOST_TEST(moves({unanswerable("a", ""), unanswerable("b", "https://x.example/"),
                    unanswerable("c", "https://x.example/")},
                   {unanswerable("a", "https://x.example/"), unanswerable("b", ""),
                    unanswerable("c", "https://y.example/")}) == "b+ a- ");
}

BOOST_AUTO_TEST_CASE(moves_that_outweigh_each_other_are_told_all_the_same) {
  auto before = with_section("a", false);
  before.right_rank = 1;
  auto after = with_section("a", true);
  after.right_rank = 0;
  BOOST_TEST(moves({before}, {after}) == "a= ");
}

BOOST_AUTO_TEST_CASE(equals_stay_in_their_order_and_both_reports_are_kept) {
  auto const compared =
      compare({.queries = {ranked("a", 2), ranked("b", 2)}, .all = {.queries = 2, .mrr = 0.5}},
              {.queries = {ranked("a", 1), ranked("b", 1)}, .all = {.queries = 2, .mrr = 1}});
  BOOST_REQUIRE(compared.moved.size() == 2U);
  BOOST_TEST(compared.moved[0].before.id == "a");
  BOOST_TEST(compared.moved[1].before.id == "b");
  BOOST_TEST(compared.moved[0].gain == 0.5);
  BOOST_TEST(compared.before.all.mrr == 0.5);
  BOOST_TEST(compared.after.all.mrr == 1);
}

BOOST_AUTO_TEST_SUITE_END()
