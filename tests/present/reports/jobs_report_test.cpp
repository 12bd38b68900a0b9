// The history of a store.
#include "present/reports/jobs_report.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "common/date/parse_date.h"

using namespace pressmark;

namespace {

std::vector<JobRecord> history() {
  JobRecord rollback{.id = 8, .command = "reindex", .started = *parse_date("2026-03-15T02:00:00Z")};
  JobRecord done{.id = 7, .command = "reindex", .started = *parse_date("2026-03-14T02:00:00Z")};
  done.finished = *parse_date("2026-03-14T02:01:15Z");
  done.outcome = JobOutcome::failed;
  done.error = "the new index was not published";
  done.report = R"({"format": 1})";
  done.accepted_gates = {"posts"};
  done.undone_by = 9;
  done.counts = {.added = 1, .changed = 2, .unchanged = 0, .removed = 3};
  return {rollback, done};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(jobs_report)

BOOST_AUTO_TEST_CASE(a_job_has_a_line_and_one_for_what_it_failed_of) {
  BOOST_TEST(jobs_text(history()) ==
             "8     2026-03-15T02:00:00Z  reindex           unfinished, 0 added, 0 changed, 0 removed\n"
             "7     2026-03-14T02:00:00Z  reindex   75 s    failed, 1 added, 2 changed, 3 removed, "
             "accepted posts, undone by job 9\n"
             "      the new index was not published\n");
}

BOOST_AUTO_TEST_CASE(an_empty_history_says_so) {
  BOOST_TEST(jobs_text({}) == "no job is remembered\n");
}

BOOST_AUTO_TEST_CASE(programs_get_the_report_that_the_job_left) {
  auto const runs = nlohmann::json::parse(jobs_json(history()))["runs"];
  BOOST_TEST(runs[0]["outcome"] == "unfinished");
  BOOST_TEST(runs[0]["finished"].is_null());
  BOOST_TEST(runs[0]["report"].is_null());
  BOOST_TEST(runs[1]["run"] == 7);
  BOOST_TEST(runs[1]["seconds"] == 75);
  BOOST_TEST(runs[1]["accepted"][0] == "posts");
  BOOST_TEST(runs[1]["undoneBy"] == 9);
  BOOST_TEST(runs[1]["report"]["format"] == 1);
}

BOOST_AUTO_TEST_SUITE_END()
