// Undoing a job, from the archive to the index.
#include "operations/rollback_job.h"

#include <boost/test/unit_test.hpp>

#include "blog_fixture.h"
#include "operations/reindex.h"
#include "operations/store_stats.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

constexpr auto kTomorrow = kToday + std::chrono::days(1);

}  // namespace

BOOST_FIXTURE_TEST_SUITE(rollback_job, BlogFixture)

BOOST_AUTO_TEST_CASE(the_newest_job_is_undone_in_the_index_too) {
  auto const feed = write("feed.xml", rss("garden.example", items));
  index({feed});
  items.push_back({"forks", "On forks", "<p>Turn the heap.</p>"});
  write("feed.xml", rss("garden.example", items));
  index({feed});
  auto const report = pressmark::rollback_job(layout, std::nullopt, kTomorrow);
  BOOST_TEST(report.rolled_back.job == 2);
  BOOST_TEST(report.rolled_back.counts.removed == 1U);
  BOOST_TEST(report.command == "index");
  BOOST_TEST(report.started == kToday);
  BOOST_TEST(report.posts == 3U);
  BOOST_TEST(store_stats(layout).posts == 3U);
  auto const jobs = store_jobs(layout);
  BOOST_TEST(jobs.front().command == "rollback");
  BOOST_TEST(jobs[1].undone_by.value_or(0) == jobs.front().id);
}

BOOST_AUTO_TEST_CASE(reindex_reads_nothing_until_it_is_told_to) {
  auto const feed = write("feed.xml", rss("garden.example", items));
  index({feed});
  pressmark::rollback_job(layout, std::nullopt, kTomorrow);
  ReindexRequest request;
  request.sources.resize(1);
  request.sources[0].path = feed;
  request.now = kTomorrow;
  BOOST_CHECK_EXCEPTION(reindex(layout, request), Error, [](Error const& error) {
    return error.code() == ErrorCode::gate_failed && error.hint() == kResumeHint;
  });
  request.resumes = true;
  request.is_dry_run = true;
  BOOST_TEST(reindex(layout, request).index.added == 3U);
  request.is_dry_run = false;
  BOOST_TEST(reindex(layout, request).index.posts == 3U);  // a dry run has ended no hold
  request.resumes = false;
  BOOST_CHECK_NO_THROW(reindex(layout, request));
}

BOOST_AUTO_TEST_CASE(a_person_may_index_meanwhile_and_is_warned) {
  auto const feed = write("feed.xml", rss("garden.example", items));
  index({feed});
  pressmark::rollback_job(layout, std::nullopt, kTomorrow);
  auto const report = index({feed}, kTomorrow);
  BOOST_TEST(report.posts == 3U);
  BOOST_REQUIRE(report.problem_count == 1U);
  BOOST_TEST(report.problems.front().what.starts_with("job 1 was rolled back on "));
}

BOOST_AUTO_TEST_CASE(a_job_that_is_not_there_is_an_error) {
  auto const is_usage = [](Error const& error) { return error.code() == ErrorCode::usage; };
  BOOST_CHECK_EXCEPTION(pressmark::rollback_job(layout, std::nullopt, kToday), Error,
                        [](Error const& error) { return error.code() == ErrorCode::store_missing; });
  index({write("feed.xml", rss("garden.example", items))});
  BOOST_CHECK_EXCEPTION(pressmark::rollback_job(layout, 99, kToday), Error, is_usage);
}

BOOST_AUTO_TEST_SUITE_END()
