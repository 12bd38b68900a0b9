// Commands that change the archive leave a job there.
#include <boost/test/unit_test.hpp>
#include <functional>

#include "blog_fixture.h"
#include "indexer/archive/archive.h"
#include "operations/forget_posts.h"
#include "operations/import_posts.h"
#include "operations/move_posts.h"
#include "tests/support/printing.h"

using namespace pressmark;
namespace fs = std::filesystem;

namespace {

JobRecord newest_job(StoreLayout const& layout) {
  return Archive(layout.archive(), ArchiveAccess::read_only).jobs(1).at(0);
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(job, BlogFixture)

BOOST_AUTO_TEST_CASE(each_command_is_a_job_with_its_name_and_the_index_it_left) {
  struct Case {
    std::string command;
    std::function<void()> run;
    std::size_t changes;
  };
  auto const feed = write("garden.xml", rss("garden.example", items));
  std::string const url = "https://garden.example/rakes";
  std::vector<Case> const cases{
      {"index", [&] { index({feed}); }, 3},
      {"index", [&] { index({feed}); }, 0},
      {"move", [&] { move_posts(layout, url, url + "-and-more", kToday); }, 1},
      {"forget", [&] { forget_posts(layout, {url + "-and-more"}, kToday); }, 1},
      {"import",
       [&] {
         MemoryStream none("");
         import_posts(layout, none, "nothing", kToday);
       },
       0},
  };
  for (Case const& c : cases) {
    BOOST_TEST_CONTEXT(c.command) {
      c.run();
      JobRecord const job = newest_job(layout);
      BOOST_TEST(job.command == c.command);
      BOOST_TEST(job.outcome == JobOutcome::done);
      BOOST_TEST(job.started == kToday);
      BOOST_TEST(job.finished >= kToday);
      BOOST_TEST(job.generation == current_generation(layout).value_or("none"));
      BOOST_TEST(job.counts.added + job.counts.changed + job.counts.removed == c.changes);
    }
  }
  BOOST_TEST(Archive(layout.archive(), ArchiveAccess::read_only).jobs(100).size() == cases.size());
}

BOOST_AUTO_TEST_CASE(a_job_that_an_error_ended_says_which) {
  fs::create_directory(layout.root);
  std::ofstream(layout.index()) << "in the way";
  std::string what;
  try {
    index({write("garden.xml", rss("garden.example", items))});
  } catch (Error const& error) {
    what = error.what();
  }
  BOOST_TEST(what != "");
  JobRecord const job = newest_job(layout);
  BOOST_TEST(job.outcome == JobOutcome::failed);
  BOOST_TEST(job.error == what);
  BOOST_TEST(job.counts.added == 3u);
}

BOOST_AUTO_TEST_CASE(a_job_that_could_not_read_one_of_its_sources_has_failed) {
  index({write("garden.xml", rss("garden.example", items)), (directory / "missing.xml").string()});
  JobRecord const job = newest_job(layout);
  BOOST_TEST(job.outcome == JobOutcome::failed);
  BOOST_TEST(job.error.find("missing.xml") != std::string::npos);
  BOOST_TEST(job.counts.added == 3u);
}

BOOST_AUTO_TEST_CASE(what_was_asked_for_wrongly_is_no_job) {
  index({write("garden.xml", rss("garden.example", items))});
  BOOST_CHECK_THROW(move_posts(layout, "no address", "neither", kToday), Error);
  BOOST_TEST(newest_job(layout).command == "index");
}

BOOST_AUTO_TEST_SUITE_END()
