// The report of an indexing run.
#include "present/reports/index_report.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

using namespace pressmark;

namespace {

IndexReport first_run() {
  IndexReport report;
  report.added = 25;
  report.posts = 25;
  report.published = true;
  report.generation = "0001";
  report.seconds = 0.2149;
  return report;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(index_report)

BOOST_AUTO_TEST_CASE(counts_what_happened_in_one_line) {
  BOOST_TEST(index_report_text(first_run()) ==
             "25 posts: 25 added, 0 changed, 0 unchanged, 0 removed, 0 skipped (0.21 s)\n");
}

BOOST_AUTO_TEST_CASE(says_when_there_was_nothing_new) {
  IndexReport report;
  report.posts = 1;
  report.unchanged = 1;
  BOOST_TEST(index_report_text(report) ==
             "1 post: nothing new, 0 added, 0 changed, 1 unchanged, 0 removed, 0 skipped (0.00 s)\n");
}

BOOST_AUTO_TEST_CASE(says_when_an_index_was_rebuilt_but_not_when_it_is_the_first) {
  auto report = first_run();
  report.rebuilt = true;
  BOOST_TEST(index_report_text(report).ends_with("(0.21 s)\n"));
  report.posts = 30;
  BOOST_TEST(index_report_text(report).ends_with("(0.21 s, index rebuilt)\n"));
}

BOOST_AUTO_TEST_CASE(shows_the_first_problems_and_counts_the_others) {
  auto report = first_run();
  report.problems = {{"no link", "feed.xml:12"}, {"a date that is none", ""}, {"no title", "feed.xml:40"}};
  report.problem_count = 3;
  BOOST_TEST(index_problems_text(report, 3) ==
             "warning: feed.xml:12: no link\nwarning: a date that is none\nwarning: feed.xml:40: no title\n");
  BOOST_TEST(
      index_problems_text(report, 2).ends_with("warning: and 1 more problem; --format json lists more\n"));
  report.problem_count = 250;
  BOOST_TEST(
      index_problems_text(report, 3).ends_with("warning: and 247 more problems; --format json lists more\n"));
  BOOST_TEST(index_problems_text(first_run(), 3) == "");
}

BOOST_AUTO_TEST_CASE(programs_read_the_same_figures) {
  auto report = first_run();
  report.problems = {{"no link", "feed.xml:12"}};
  report.problem_count = 1;
  auto const json = nlohmann::json::parse(index_report_json(report));
  BOOST_TEST(json["format"] == 1);
  BOOST_TEST(json["added"] == 25);
  for (auto const* name : {"changed", "unchanged", "removed", "skipped"}) BOOST_TEST(json[name] == 0, name);
  BOOST_TEST(json["posts"] == 25);
  BOOST_TEST(json["published"] == true);
  BOOST_TEST(json["rebuilt"] == false);
  BOOST_TEST(json["generation"] == "0001");
  BOOST_TEST(json["seconds"] == 0.215);
  BOOST_TEST(json["problemCount"] == 1);
  BOOST_TEST(json["problems"] == nlohmann::json::parse(R"([{"what": "no link", "where": "feed.xml:12"}])"));
}

BOOST_AUTO_TEST_SUITE_END()
