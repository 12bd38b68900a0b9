// The report of the nightly job.
#include "present/reports/job_report.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

using namespace pressmark;

namespace {

SourceReport failed(std::string const& name, ErrorCode code, bool is_tolerated) {
  SourceReport source{.name = name, .outcome = SourceOutcome::failed};
  source.failure = Error(code, "cannot fetch " + name, "wait");
  source.is_tolerated = is_tolerated;
  return source;
}

JobReport mixed_run() {
  JobReport report;
  report.index.posts = 25;
  report.index.unchanged = 24;
  report.index.added = 1;
  report.index.sources = {{.name = "https://good.example/"},
                          failed("https://slow.example/", ErrorCode::source_missing, true),
                          failed("https://gone.example/", ErrorCode::source_missing, false),
                          failed("https://lost.example/", ErrorCode::source_missing, false),
                          {.name = "https://busy.example/", .outcome = SourceOutcome::postponed}};
  report.index.failure = report.index.sources[2].failure;
  report.accepted = {"posts"};
  report.gates = {{"posts", false, true, "25 posts after 50"}};
  return report;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(job_report)

BOOST_AUTO_TEST_CASE(a_run_is_told_in_one_line_of_totals) {
  BOOST_TEST(job_report_text(mixed_run()) ==
             "25 posts: 1 added, 0 changed, 24 unchanged, 0 removed, 0 skipped (0.00 s)\n");
}

BOOST_AUTO_TEST_CASE(a_dry_run_says_that_nothing_was_changed) {
  auto report = mixed_run();
  report.is_dry_run = true;
  BOOST_TEST(job_report_text(report) ==
             "nothing is changed; it would be 1 added, 0 changed, 24 unchanged, 0 removed, 0 skipped\n");
}

BOOST_AUTO_TEST_CASE(each_source_that_went_wrong_has_a_line_but_the_one_that_ends_the_command) {
  BOOST_TEST(job_warnings_text(mixed_run()) ==
             "warning: cannot fetch https://slow.example/; tolerated for now\n"
             "error: cannot fetch https://lost.example/\n"
             "warning: https://busy.example/ asked to be left alone for a while: postponed\n"
             "warning: gate posts is let pass: 25 posts after 50\n");
}

BOOST_AUTO_TEST_CASE(a_good_run_warns_of_nothing) {
  JobReport report;
  report.index.sources = {{.name = "https://good.example/"}};
  BOOST_TEST(job_warnings_text(report) == "");
}

BOOST_AUTO_TEST_CASE(programs_get_sources_gates_and_the_error) {
  auto const json = nlohmann::json::parse(job_report_json(mixed_run()));
  BOOST_TEST(json["format"] == 1);
  BOOST_TEST(json["added"] == 1);
  BOOST_TEST(json["dryRun"] == false);
  BOOST_TEST(json["error"]["code"] == "source-missing");
  BOOST_TEST(json["error"]["hint"] == "wait");
  BOOST_TEST(json["accepted"][0] == "posts");
  BOOST_TEST(json["gates"][0]["passed"] == false);
  BOOST_TEST(json["gates"][0]["accepted"] == true);
  BOOST_TEST(json["sources"].size() == 5U);
  BOOST_TEST(json["sources"][0]["outcome"] == "read");
  BOOST_TEST(json["sources"][0]["error"].is_null());
  BOOST_TEST(json["sources"][1]["outcome"] == "failed");
  BOOST_TEST(json["sources"][1]["tolerated"] == true);
  BOOST_TEST(json["sources"][1]["error"]["what"] == "cannot fetch https://slow.example/");
  BOOST_TEST(json["sources"][4]["outcome"] == "postponed");
}

BOOST_AUTO_TEST_CASE(a_job_that_an_error_ended_reports_it) {
  auto const report = failed_job(Error(ErrorCode::gate_failed, "on hold"), {"posts"}, 0.5);
  auto const json = nlohmann::json::parse(job_report_json(report));
  BOOST_TEST(json["error"]["code"] == "gate-failed");
  BOOST_TEST(json["seconds"] == 0.5);
  BOOST_TEST(json["published"] == false);
}

BOOST_AUTO_TEST_SUITE_END()
