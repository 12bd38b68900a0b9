// The figures for node_exporter.
#include "present/reports/job_metrics.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/has_line.h"

using namespace pressmark;

namespace {

constexpr Timestamp kEnded{std::chrono::seconds(1'773'460'800)};

JobReport good_run() {
  JobReport report;
  report.index.added = 2;
  report.index.posts = 25;
  report.index.generation = "0001";
  report.index.seconds = 1.5;
  report.gates = {{"posts", true, false, ""}, {"must-find", false, true, ""}};
  return report;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(job_metrics)

BOOST_AUTO_TEST_CASE(a_family_has_its_help_its_type_and_its_samples) {
  auto const text = job_metrics_text(good_run(), {kEnded, kEnded, {}});
  BOOST_TEST(text.starts_with("# HELP pressmark_reindex_last_run_timestamp_seconds "));
  BOOST_TEST(has_line(text, "# TYPE pressmark_reindex_last_run_timestamp_seconds gauge"));
  BOOST_TEST(has_line(text, "pressmark_reindex_last_run_timestamp_seconds 1773460800"));
  BOOST_TEST(has_line(text, "pressmark_reindex_last_success_timestamp_seconds 1773460800"));
  BOOST_TEST(has_line(text, "pressmark_reindex_duration_seconds 1.5"));
  BOOST_TEST(has_line(text, "pressmark_reindex_posts 25"));
  BOOST_TEST(has_line(text, "pressmark_reindex_changes{kind=\"added\"} 2"));
  BOOST_TEST(has_line(text, "pressmark_reindex_gate_passed{gate=\"posts\"} 1"));
  BOOST_TEST(has_line(text, "pressmark_reindex_gate_passed{gate=\"must-find\"} 0"));
}

BOOST_AUTO_TEST_CASE(a_source_is_down_by_what_the_archive_knows_or_this_run_saw) {
  auto report = good_run();
  SourceReport missing{.name = "posts.xml", .outcome = SourceOutcome::failed};
  missing.failure = Error(ErrorCode::source_missing, "cannot read posts.xml");
  report.index.sources = {missing, {.name = "https://b.example/"}};
  std::vector<SourceStats> known(2);
  known[0].name = "https://a.example/";
  known[0].failures = 3;
  known[1].name = "https://b.example/";
  auto const text = job_metrics_text(report, {kEnded, kEnded, known});
  BOOST_TEST(has_line(text, "pressmark_reindex_source_failures{source=\"https://a.example/\"} 3"));
  BOOST_TEST(has_line(text, "pressmark_reindex_source_up{source=\"https://a.example/\"} 0"));
  BOOST_TEST(has_line(text, "pressmark_reindex_source_up{source=\"https://b.example/\"} 1"));
  BOOST_TEST(has_line(text, "pressmark_reindex_source_failures{source=\"posts.xml\"} 1"));
  BOOST_TEST(has_line(text, "pressmark_reindex_source_up{source=\"posts.xml\"} 0"));
}

BOOST_AUTO_TEST_CASE(what_a_failed_run_does_not_know_is_left_out) {
  auto const text = job_metrics_text(JobReport{}, {kEnded, {}, {}});
  BOOST_TEST(has_line(text, "pressmark_reindex_last_run_timestamp_seconds 1773460800"));
  for (auto const* const unknown : {"last_success", "reindex_posts", "source_up", "gate_passed"}) {
    BOOST_TEST(text.find(unknown) == std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(labels_are_escaped) {
  std::vector<SourceStats> known(1);
  known[0].name = "a\\b\"c\nd";
  auto const text = job_metrics_text(good_run(), {kEnded, kEnded, known});
  BOOST_TEST(has_line(text, "pressmark_reindex_source_up{source=\"a\\\\b\\\"c\\nd\"} 1"));
}

BOOST_AUTO_TEST_SUITE_END()
