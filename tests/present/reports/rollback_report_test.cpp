// The report of a rollback.
#include "present/reports/rollback_report.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "common/date/parse_date.h"

using namespace pressmark;

namespace {

RollbackReport sample() {
  RollbackReport report;
  report.rolled_back = {.job = 7, .counts = {.added = 3, .changed = 2, .removed = 1}, .kept = {}};
  report.command = "reindex";
  report.started = *parse_date("2026-03-14T02:10:00Z");
  report.posts = 25;
  return report;
}

constexpr auto kHold =
    "hint: nothing is read in from now on; when the sources are right again, run pressmark reindex "
    "--resume\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(rollback_report)

BOOST_AUTO_TEST_CASE(tells_what_was_undone_and_what_changed) {
  BOOST_TEST(rollback_report_text(sample()) ==
             "job 7 is undone, reindex of 2026-03-14T02:10:00Z: 1 post removed, 2 as before, 3 back; "
             "25 posts in all\n");
  BOOST_TEST(rollback_notes_text(sample()) == kHold);
}

BOOST_AUTO_TEST_CASE(names_the_posts_that_stayed_as_far_as_anyone_reads_them) {
  auto report = sample();
  report.rolled_back.kept.assign(12, {"id", "https://a.example/1"});
  auto const text = rollback_notes_text(report);
  BOOST_TEST(text.starts_with("warning: https://a.example/1 stays as it is: a later job changed it\n"));
  BOOST_TEST(text.ends_with(std::string("warning: and 2 posts more; --format json lists them\n") + kHold));
}

BOOST_AUTO_TEST_CASE(says_that_forgotten_posts_stay_away) {
  auto report = sample();
  report.rolled_back.counts.forgotten = 1;
  BOOST_TEST(rollback_notes_text(report) ==
             std::string("warning: 1 post did not come back: it is among what was forgotten\n") + kHold);
}

BOOST_AUTO_TEST_CASE(programs_get_counts_and_the_posts_that_stayed) {
  auto report = sample();
  report.rolled_back.kept = {{"ab12", "https://a.example/1"}};
  auto const json = nlohmann::json::parse(rollback_report_json(report));
  BOOST_TEST(json["run"] == 7);
  BOOST_TEST(json["removed"] == 1);
  BOOST_TEST(json["kept"][0]["id"] == "ab12");
  BOOST_TEST(json["posts"] == 25);
}

BOOST_AUTO_TEST_SUITE_END()
