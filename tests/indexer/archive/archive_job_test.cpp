// Jobs: what the archive remembers of the commands that changed it.
#include <boost/test/unit_test.hpp>

#include "archive_fixture.h"
#include "archive_sql.h"
#include "tests/support/printing.h"

using namespace pressmark;
using namespace std::chrono_literals;

BOOST_FIXTURE_TEST_SUITE(archive_job, ArchiveFixture)

BOOST_AUTO_TEST_CASE(a_job_adds_up_what_its_batches_and_removals_did) {
  Archive archive = open();
  std::int64_t const id = archive.begin_job("reindex", kToday);
  archive.apply("a.xml", std::vector{make_post("spades"), make_post("rakes")}, kToday);
  archive.apply("b.xml", std::vector{make_post("rakes"), make_post("hoes")}, kToday);
  archive.remove(std::vector{post_id("garden.example", "spades")}, kToday);
  archive.finish_job(id, {.time = kToday + 5s,
                          .report = R"({"format": 1})",
                          .accepted_gates = {"shrink", "must-find"},
                          .generation = "0007"});
  auto const jobs = archive.jobs(10);
  BOOST_TEST_REQUIRE(jobs.size() == 1u);
  BOOST_TEST(jobs[0].id == id);
  BOOST_TEST(jobs[0].command == "reindex");
  BOOST_TEST(jobs[0].started == kToday);
  BOOST_TEST(jobs[0].finished == kToday + 5s);
  BOOST_TEST(jobs[0].outcome == JobOutcome::done);
  BOOST_TEST(jobs[0].error == "");
  BOOST_TEST(jobs[0].report == R"({"format": 1})");
  BOOST_TEST(jobs[0].accepted_gates == (std::vector<std::string>{"shrink", "must-find"}));
  BOOST_TEST(jobs[0].generation == "0007");
  BOOST_TEST(figures(jobs[0].counts) == (std::vector<std::size_t>{3, 0, 1, 1, 0}));
  BOOST_TEST(archive.verify().empty());
}

BOOST_AUTO_TEST_CASE(jobs_are_listed_newest_first_as_many_as_asked_for) {
  Archive archive = open();
  for (std::string const command : {"index", "move", "forget"}) {
    archive.finish_job(archive.begin_job(command, kToday), {.time = kToday});
  }
  auto const jobs = archive.jobs(2);
  BOOST_TEST_REQUIRE(jobs.size() == 2u);
  BOOST_TEST(jobs[0].command == "forget");
  BOOST_TEST(jobs[1].command == "move");
}

BOOST_AUTO_TEST_CASE(a_job_that_changed_nothing_leaves_no_row_before_it_is_finished) {
  Archive archive = open();
  archive.apply("a.xml", std::vector{make_post("spades")}, kToday);
  std::string const before = all_rows(path());
  std::int64_t const id = archive.begin_job("reindex", kToday);
  archive.apply("a.xml", std::vector{make_post("spades")}, kToday);
  BOOST_TEST(all_rows(path()) == before);
  archive.finish_job(id, {.time = kToday + 1s},
                     std::vector<NamedSourceState>{{"a.xml", {.etag = "\"1\"", .last_success = kToday}}});
  BOOST_TEST(archive.jobs(1).at(0).id == id);
  BOOST_TEST(figures(archive.jobs(1).at(0).counts) == unchanged(0));
  BOOST_TEST(archive.source_state("a.xml").etag == "\"1\"");
  BOOST_TEST(archive.last_change() == 1);
}

BOOST_AUTO_TEST_CASE(a_job_that_was_interrupted_shows_as_unfinished_and_the_next_one_is_another) {
  std::int64_t interrupted = 0;
  {
    Archive archive = open();
    interrupted = archive.begin_job("reindex", kToday);
    archive.apply("a.xml", std::vector{make_post("spades")}, kToday);
  }
  Archive archive = open();
  auto const job = archive.jobs(1).at(0);
  BOOST_TEST(job.id == interrupted);
  BOOST_TEST(job.outcome == JobOutcome::unfinished);
  BOOST_TEST(!job.finished.has_value());
  BOOST_TEST(job.counts.added == 1u);
  BOOST_TEST(archive.begin_job("reindex", kToday) != interrupted);
}

BOOST_AUTO_TEST_CASE(a_job_says_how_it_ended) {
  Archive archive = open();
  for (JobOutcome const outcome : {JobOutcome::done, JobOutcome::failed, JobOutcome::stopped}) {
    archive.finish_job(archive.begin_job("reindex", kToday),
                       {.time = kToday, .outcome = outcome, .error = "the network is down"});
    BOOST_TEST(archive.jobs(1).at(0).outcome == outcome);
    BOOST_TEST(archive.jobs(1).at(0).error == "the network is down");
  }
}

BOOST_AUTO_TEST_CASE(changes_outside_any_job_are_one_each) {
  Archive archive = open();
  archive.finish_job(archive.begin_job("reindex", kToday), {.time = kToday});
  archive.apply("a.xml", std::vector{make_post("spades")}, kToday);
  archive.apply("a.xml", std::vector{make_post("rakes")}, kToday + 1h);
  auto const jobs = archive.jobs(10);
  BOOST_TEST_REQUIRE(jobs.size() == 3u);
  BOOST_TEST(jobs[0].command == "");
  BOOST_TEST(jobs[0].outcome == JobOutcome::done);
  BOOST_TEST(jobs[0].finished == kToday + 1h);
  BOOST_TEST(jobs[0].counts.added == 1u);
}

BOOST_AUTO_TEST_CASE(only_the_job_under_way_can_be_finished) {
  Archive archive = open();
  std::int64_t const id = archive.begin_job("reindex", kToday);
  BOOST_CHECK_EXCEPTION(archive.finish_job(id + 1, {.time = kToday}), Error, has_code(ErrorCode::internal));
  archive.finish_job(id, {.time = kToday});
  BOOST_CHECK_EXCEPTION(archive.finish_job(id, {.time = kToday}), Error, has_code(ErrorCode::internal));
}

BOOST_AUTO_TEST_CASE(the_newest_thousand_jobs_are_remembered_and_posts_outlive_theirs) {
  Archive archive = open();
  std::int64_t const first = archive.begin_job("index", kToday);
  archive.apply("a.xml", std::vector{make_post("spades")}, kToday);
  archive.finish_job(first, {.time = kToday});
  sql(path(),
      "WITH RECURSIVE n(id) AS (SELECT 2 UNION ALL SELECT id + 1 FROM n WHERE id < 1000) "
      "INSERT INTO jobs (id, command, started, outcome) SELECT id, 'reindex', 0, 'done' FROM n");
  BOOST_TEST(archive.jobs(2000).size() == 1000u);
  archive.finish_job(archive.begin_job("reindex", kToday), {.time = kToday});
  auto const jobs = archive.jobs(2000);
  BOOST_TEST(jobs.size() == 1000u);
  BOOST_TEST(jobs.back().id == first + 1);
  BOOST_TEST(archive.size() == 1u);
  BOOST_TEST(archive.verify().empty());
}

BOOST_AUTO_TEST_SUITE_END()
