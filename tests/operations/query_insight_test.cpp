// What a query log comes to.
#include "operations/query_insight.h"

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "blog_fixture.h"
#include "tests/support/printing.h"

using namespace pressmark;
using namespace std::chrono_literals;

namespace {

Day const kFriday{std::chrono::year{2026} / 11 / 20};
Day const kSaturday = kFriday + std::chrono::days{1};
constexpr auto kFound = SearchOutcome::found;
constexpr auto kNothing = SearchOutcome::nothing;

bool is_never_answered(std::string const& /*query*/) {
  return false;
}

QueryInsight add_up(std::vector<LoggedDay> const& days, InsightRequest const& request = {},
                    IsAnswered const& is_answered = is_never_answered) {
  return add_up_queries(days, request, is_answered);
}

// "readers query" of each.
std::vector<std::string> lines(std::vector<AskedQuery> const& list) {
  std::vector<std::string> lines;
  for (auto const& asked : list) lines.push_back(std::to_string(asked.readers) + ' ' + asked.query);
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

BOOST_FIXTURE_TEST_SUITE(query_insight, BlogFixture)

BOOST_AUTO_TEST_CASE(days_and_outcomes_of_a_query_are_added_up) {
  auto const insight =
      add_up({{kFriday, {{{1, kFound}, {2, 5, "", ""}}, {{2, kFound}, {4, 1, "sqlite", ""}}}},
              {kSaturday, {{{1, kFound}, {3, 6, "graphql", ""}}, {{1, kNothing}, {1, 0, "", ""}}}}});
  BOOST_TEST(lines(insight.most_searched) == (Lines{"6 graphql", "4 sqlite"}),
             boost::test_tools::per_element());
  BOOST_TEST(insight.readers == 10U);
  BOOST_TEST(insight.rare == 0U);
  BOOST_TEST(insight.period == std::pair(kFriday, kSaturday));
  BOOST_TEST(insight.most_searched[0].last == kSaturday);
  BOOST_TEST(insight.most_searched[1].last == kFriday);
}

BOOST_AUTO_TEST_CASE(what_few_asked_is_counted_and_not_shown) {
  auto const insight = add_up({{kFriday,
                                {{{1, kFound}, {2, 1, "written under another threshold", ""}},
                                 {{2, kNothing}, {9, 0, "", ""}},  // words that are not known
                                 {{3, kFound}, {3, 1, "graphql", ""}},
                                 {{3, kNothing}, {1, 0, "graphql", ""}}}}});
  BOOST_TEST(lines(insight.most_searched) == Lines{"4 graphql"}, boost::test_tools::per_element());
  BOOST_TEST(insight.without_results.empty());
  BOOST_TEST(insight.readers == 15U);
  BOOST_TEST(insight.rare == 11U);
}

BOOST_AUTO_TEST_CASE(each_kind_of_shortcoming_has_its_list) {
  auto const insight = add_up({{kFriday,
                                {{{1, kNothing}, {3, 0, "kubernetes", ""}},
                                 {{2, SearchOutcome::prefix}, {3, 2, "kuber", ""}},
                                 {{3, SearchOutcome::fewer_words}, {4, 2, "tree compaction", ""}},
                                 {{4, SearchOutcome::typo}, {3, 1, "rename flie", "rename file"}},
                                 {{5, SearchOutcome::typo}, {3, 1, "apfel", ""}}}}});
  BOOST_TEST(lines(insight.without_results) == Lines{"3 kubernetes"}, boost::test_tools::per_element());
  BOOST_TEST(lines(insight.relaxed) == (Lines{"4 tree compaction", "3 apfel", "3 kuber"}),
             boost::test_tools::per_element());
  BOOST_TEST(lines(insight.corrected) == Lines{"3 rename flie"}, boost::test_tools::per_element());
  BOOST_TEST(insight.corrected[0].corrected == "rename file");
}

BOOST_AUTO_TEST_CASE(a_gap_that_was_filled_makes_room_for_the_next) {
  std::vector<LoggedDay> const days{{kFriday,
                                     {{{1, kNothing}, {9, 0, "filled", ""}},
                                      {{2, kNothing}, {8, 0, "open", ""}},
                                      {{3, kNothing}, {7, 0, "open too", ""}},
                                      {{4, kNothing}, {6, 0, "beyond", ""}}}}};
  auto const insight = add_up(days, {.limit = 2}, [](std::string const& query) { return query == "filled"; });
  BOOST_TEST(lines(insight.without_results) == (Lines{"8 open", "7 open too"}),
             boost::test_tools::per_element());
  BOOST_TEST(lines(insight.most_searched) == (Lines{"9 filled", "8 open"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_log_of_a_store_is_read_for_a_period_and_asked_again) {
  index({write("garden.xml", rss("garden.example", {{"soil", "Soil", "<p>Loam and compost.</p>"}}))});
  std::filesystem::create_directory(layout.queries());
  for (auto const* day : {"2026-03-12", "2026-03-13"}) {
    std::ofstream(layout.queries() / (std::string(day) + ".tsv"))
        << "1\tnothing\t3\t0\tcompost\t\n2\tnothing\t4\t0\ttractor\t\n3\tfewer-words\t3\t1\tloam tractor\t\n";
  }
  auto const both = pressmark::query_insight(layout, {}, {}, kToday);
  BOOST_TEST(lines(both.without_results) == Lines{"8 tractor"}, boost::test_tools::per_element());
  BOOST_TEST(lines(both.relaxed) == Lines{"6 loam tractor"}, boost::test_tools::per_element());
  BOOST_TEST(lines(both.most_searched).size() == 3U);
  auto const one = pressmark::query_insight(layout, {}, {.since = "2026-03-13"}, kToday);
  BOOST_TEST(lines(one.without_results) == Lines{"4 tractor"}, boost::test_tools::per_element());
  auto const none = pressmark::query_insight(layout, {}, {.until = "2026-02"}, kToday);
  BOOST_TEST(!none.period);
  BOOST_CHECK_EXCEPTION((void)pressmark::query_insight(layout, {}, {.until = "soon"}, kToday), Error,
                        [](Error const& error) { return error.code() == ErrorCode::usage; });
}

BOOST_AUTO_TEST_CASE(a_store_without_a_log_has_no_searches) {
  auto const insight = pressmark::query_insight(layout, {}, {}, kToday);
  BOOST_TEST(!insight.period);
  BOOST_TEST(insight.readers == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
