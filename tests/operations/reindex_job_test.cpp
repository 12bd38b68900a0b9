// The nightly job as a whole: dry, full, stopped, held, misused.
#include <boost/test/unit_test.hpp>

#include "reindex_fixture.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

struct JobFixture : ReindexFixture {
  JobFixture() {
    web.script("/feed.xml", {tagged(rss("garden.example", items), "1")});
    add_source("/feed.xml");
  }

  void publish_more() {
    items.push_back({"seeds", "On seeds", "<p>Sow.</p>"});
    items[0].html = "<p>Dig deeper.</p>";
    web.script("/feed.xml", {tagged(rss("garden.example", items), "2")});
  }

  // Of the archive, however it came there.
  [[nodiscard]] std::map<std::string, std::string> bytes_at_rest() const {
    auto files = store_bytes();
    files.erase((layout.root / "lock").string());
    return files;
  }
};

bool is_usage(Error const& error) {
  return error.code() == ErrorCode::usage && !error.hint().empty();
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(reindex_job, JobFixture)

BOOST_AUTO_TEST_CASE(a_dry_run_tells_what_would_change_and_changes_nothing) {
  run();
  publish_more();
  auto const before = bytes_at_rest();
  request.is_dry_run = true;
  auto const report = run();
  BOOST_TEST(report.is_dry_run);
  BOOST_TEST(report.index.added == 1u);
  BOOST_TEST(report.index.changed == 1u);
  BOOST_TEST(report.index.unchanged == 2u);
  BOOST_TEST((bytes_at_rest() == before));
  request.is_dry_run = false;
  BOOST_TEST(run().index.added == 1u);
}

BOOST_AUTO_TEST_CASE(a_dry_run_of_removals_tells_them_too) {
  run();
  web.script("/feed.xml", {document(rss("garden.example", {items[0]}))});
  request.sources[0].mirror = true;
  request.job.gates.source_share = 0;
  request.is_dry_run = true;
  BOOST_TEST(run().index.removed == 2u);
  BOOST_TEST(titles().size() == 3u);
}

BOOST_AUTO_TEST_CASE(a_dry_run_without_a_store_makes_none) {
  request.is_dry_run = true;
  BOOST_TEST(run().index.added == 3u);
  BOOST_TEST(!std::filesystem::exists(layout.root));
}

BOOST_AUTO_TEST_CASE(a_dry_run_leaves_an_archive_of_an_earlier_version_as_it_is) {
  std::filesystem::create_directories(layout.root);
  std::filesystem::copy_file(
      std::filesystem::path(PRESSMARK_SOURCE_DIR) / "tests/indexer/archive/samples/version-1.db",
      layout.archive());
  auto const archive = layout.archive().string();
  auto const before = store_bytes().at(archive);
  request.is_dry_run = true;
  BOOST_TEST(run().index.added == 3u);
  BOOST_TEST((store_bytes().at(archive) == before));
  BOOST_TEST(!std::filesystem::exists(layout.current()));
}

BOOST_AUTO_TEST_CASE(a_full_run_builds_anew_and_asks_nobody) {
  run();
  auto const before = web.requests().size();
  auto const generation = live_generation(layout);
  request.is_full = true;
  auto const report = run();
  BOOST_TEST(report.index.rebuilt);
  BOOST_TEST(web.requests().size() == before);
  BOOST_TEST(live_generation(layout) != generation);
  BOOST_TEST(indexed() == 3u);
}

BOOST_AUTO_TEST_CASE(a_rollback_holds_the_job_until_it_is_resumed) {
  run();
  publish_more();
  run();
  Archive(layout.archive(), ArchiveAccess::read_write).rollback(std::nullopt, night);
  auto const before = web.requests().size();
  for (bool const is_dry_run : {false, true}) {
    request.is_dry_run = is_dry_run;
    BOOST_CHECK_EXCEPTION(run(), Error, [](Error const& error) {
      return error.code() == ErrorCode::gate_failed && error.hint().find("--resume") != std::string::npos;
    });
  }
  BOOST_TEST(web.requests().size() == before);
  request.resumes = true;
  run();  // dry
  BOOST_TEST(archive().hold().has_value());
  request.is_dry_run = false;
  run();
  BOOST_TEST(!archive().hold().has_value());
  BOOST_TEST(titles().contains("On seeds"));
  BOOST_TEST(indexed() == 4u);
}

BOOST_AUTO_TEST_CASE(a_run_that_is_stopped_at_any_instant_is_finished_by_the_next) {
  add_source("/other.xml");
  web.script("/other.xml", {tagged(rss("other.example", {{"a", "Another", "<p>One.</p>"}}), "1")});
  run();
  auto const undisturbed = titles();
  bool was_stopped = true;
  for (int allowed = 0; was_stopped; ++allowed) {
    std::filesystem::remove_all(layout.root);
    was_stopped = false;
    request.should_stop = [&, asked = 0]() mutable {
      return was_stopped = was_stopped || asked++ >= allowed;
    };
    try {
      run();
    } catch (Error const& error) {
      BOOST_TEST(error.code() == ErrorCode::interrupted);
      auto const jobs = archive().jobs(1);
      BOOST_REQUIRE(jobs.size() == 1u);
      BOOST_TEST(jobs[0].outcome == JobOutcome::stopped);
    }
    request.should_stop = {};
    run();
    BOOST_REQUIRE(indexed() == undisturbed.size());
    BOOST_TEST_REQUIRE(titles() == undisturbed);
    BOOST_REQUIRE(allowed < 1000);
  }
}

BOOST_AUTO_TEST_CASE(a_job_that_dies_before_its_end_hides_nothing_from_the_next) {
  struct Death {};
  request.render = [](JobReport const&) -> std::string { throw Death(); };
  BOOST_CHECK_THROW(run(), Death);
  BOOST_TEST(titles().size() == 3u);
  BOOST_TEST(archive().jobs(1).at(0).outcome == JobOutcome::unfinished);
  BOOST_TEST(state("/feed.xml").etag == "");
  request.render = {};
  BOOST_TEST(run().index.unchanged == 3u);
  BOOST_TEST(state("/feed.xml").etag == "\"1\"");
}

BOOST_AUTO_TEST_CASE(the_report_that_the_archive_keeps_is_rendered_by_the_caller) {
  request.render = [](JobReport const& report) { return "added " + std::to_string(report.index.added); };
  run();
  auto const job = archive().jobs(1).at(0);
  BOOST_TEST(job.report == "added 3");
  BOOST_TEST(job.command == "reindex");
  BOOST_TEST(job.generation == live_generation(layout).value_or("none"));
}

BOOST_AUTO_TEST_CASE(local_sources_and_those_on_the_web_are_read_in_one_job) {
  Source local;
  local.path = write("local.xml", rss("local.example", items));
  request.sources.push_back(local);
  BOOST_TEST(run().index.added == 6u);
  BOOST_TEST(archive().jobs(10).size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_local_source_that_is_missing_is_told_at_once) {
  request.job.fetch.patience = 5;
  Source local;
  local.path = directory / "missing.xml";
  request.sources.push_back(local);
  auto const report = run();
  BOOST_TEST(report.index.failure.has_value());
  BOOST_TEST(indexed() == 3u);
}

BOOST_AUTO_TEST_CASE(what_makes_no_sense_is_refused_before_anything_is_done) {
  request.accepted = {"source-post"};
  BOOST_CHECK_EXCEPTION(run(), Error, [](Error const& error) {
    return is_usage(error) && error.hint().find("source-posts") != std::string::npos;
  });
  request.accepted = {"quux"};
  BOOST_CHECK_EXCEPTION(run(), Error, is_usage);
  request.accepted.clear();
  request.sources.clear();
  BOOST_CHECK_EXCEPTION(run(), Error, is_usage);
  BOOST_TEST(!std::filesystem::exists(layout.root));
  BOOST_TEST(web.requests().empty());
}

BOOST_AUTO_TEST_SUITE_END()
