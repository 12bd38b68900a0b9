// What indexing reports and what it leaves in the store.
#include <boost/test/unit_test.hpp>
#include <set>
#include <string>

#include "blog_fixture.h"
#include "common/index/index_reader.h"
#include "indexer/archive/archive.h"
#include "indexer/write/store_lock.h"
#include "tests/support/printing.h"

using namespace pressmark;
namespace fs = std::filesystem;

namespace {

// Added, changed, unchanged, removed, skipped.
std::vector<std::size_t> counts(IndexReport const& report) {
  return {report.added, report.changed, report.unchanged, report.removed, report.skipped};
}

std::vector<std::size_t> want(std::vector<std::size_t> const& counts) {
  return counts;
}

std::string version_of(StoreLayout const& layout) {
  return IndexReader(layout).read([](auto const&, IndexInfo const& info) { return info.version; });
}

std::size_t documents(StoreLayout const& layout) {
  return IndexReader(layout).read(
      [](auto const& database, IndexInfo const&) -> std::size_t { return database.get_doccount(); });
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(index_sources, BlogFixture)

BOOST_AUTO_TEST_CASE(a_first_run_adds_every_post_and_publishes_them) {
  auto const report = index({write("garden.xml", rss("garden.example", items))});
  BOOST_TEST(counts(report) == want({3, 0, 0, 0, 0}));
  BOOST_TEST(report.posts == 3u);
  BOOST_TEST(report.published);
  BOOST_TEST(report.generation == current_generation(layout).value());
  BOOST_TEST(report.problems.empty());
  BOOST_TEST(documents(layout) == 3u);
}

BOOST_AUTO_TEST_CASE(a_second_run_over_the_same_feed_changes_nothing) {
  auto const feed = write("garden.xml", rss("garden.example", items));
  auto const first = index({feed});
  std::string const version = version_of(layout);
  auto const second = index({feed}, kToday + std::chrono::days(1));
  BOOST_TEST(counts(second) == want({0, 0, 3, 0, 0}));
  BOOST_TEST(second.posts == 3u);
  BOOST_TEST(!second.published);
  BOOST_TEST(!second.rebuilt);
  BOOST_TEST(second.generation == first.generation);
  BOOST_TEST(version_of(layout) == version);
  BOOST_TEST(Archive(layout.archive(), ArchiveAccess::read_only).last_change() == 3);
}

BOOST_AUTO_TEST_CASE(edited_and_new_posts_are_published_in_the_live_generation) {
  auto const first = index({write("garden.xml", rss("garden.example", items))});
  items[1].title = "On wide rakes";
  items.push_back({"shears", "On shears", "<p>Clip the hedge.</p>"});
  auto const second = index({write("garden.xml", rss("garden.example", items))});
  BOOST_TEST(counts(second) == want({1, 1, 2, 0, 0}));
  BOOST_TEST(second.posts == 4u);
  BOOST_TEST(second.published);
  BOOST_TEST(second.generation == first.generation);
}

BOOST_AUTO_TEST_CASE(posts_that_left_the_feed_stay_in_the_index) {
  index({write("garden.xml", rss("garden.example", items))});
  items.resize(1);
  auto const second = index({write("garden.xml", rss("garden.example", items))});
  BOOST_TEST(counts(second) == want({0, 0, 1, 0, 0}));
  BOOST_TEST(second.posts == 3u);
}

BOOST_AUTO_TEST_CASE(counts_of_several_sources_are_added_up) {
  auto const garden = write("garden.xml", rss("garden.example", items));
  auto const meadow =
      write("meadow.xml", rss("meadow.example", {{"grass", "On grass", "<p>Let it grow.</p>"}}));
  auto const report = index({garden, meadow, garden});
  BOOST_TEST(counts(report) == want({4, 0, 3, 0, 0}));
  BOOST_TEST(report.posts == 4u);
}

BOOST_AUTO_TEST_CASE(sources_that_cannot_be_used_leave_the_store_byte_for_byte) {
  auto const text = write("notes.txt", "No feed at all, just a line about sowing.");
  auto const missing = (directory / "missing.xml").string();
  BOOST_CHECK_THROW(index({text, missing}), Error);
  BOOST_TEST(!fs::exists(layout.root));

  index({write("garden.xml", rss("garden.example", items))});
  auto const before = store_bytes();
  for (auto const& [source, code] :
       {std::pair{text, ErrorCode::bad_source}, {missing, ErrorCode::source_missing}}) {
    BOOST_CHECK_EXCEPTION(index({source}), Error, [&](Error const& error) {
      return error.code() == code && std::string(error.what()).find(source) != std::string::npos;
    });
    BOOST_TEST((store_bytes() == before));
  }
}

BOOST_AUTO_TEST_CASE(a_source_that_cannot_be_used_does_not_keep_the_others_out) {
  auto const garden = write("garden.xml", rss("garden.example", items));
  auto const text = write("notes.txt", "No feed at all, just a line about sowing.");
  auto const missing = (directory / "missing.xml").string();
  auto const meadow =
      write("meadow.xml", rss("meadow.example", {{"grass", "On grass", "<p>Let it grow.</p>"}}));
  auto const report = index({garden, text, missing, meadow});
  BOOST_TEST(counts(report) == want({4, 0, 0, 0, 0}));
  BOOST_TEST(documents(layout) == 4u);
  BOOST_REQUIRE(report.failure);
  BOOST_TEST(std::string(report.failure->what()).find(text) != std::string::npos);
  BOOST_REQUIRE_EQUAL(report.problems.size(), 1u);  // the second
  BOOST_TEST(report.problems[0].what.find(missing) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(posts_of_the_future_wait_until_their_time) {
  auto const garden = write("garden.xml", rss("garden.example", items));  // of 1, 2 and 3 January
  Timestamp const second{std::chrono::sys_days{std::chrono::year{2026} / 1 / 2}};
  auto const early = index({garden}, second);
  BOOST_TEST(counts(early) == want({1, 0, 0, 0, 2}));
  BOOST_REQUIRE_EQUAL(early.problems.size(), 1u);
  BOOST_TEST(early.problems[0].what == "2 items wait, the first until 2026-01-02T08:00:00Z");
  BOOST_TEST(counts(index({garden})) == want({2, 0, 1, 0, 0}));
}

BOOST_AUTO_TEST_CASE(a_list_of_feeds_stands_for_the_feeds_beside_it) {
  write("garden.xml", rss("garden.example", items));
  auto const list = write("feeds.opml",
                          "<opml version=\"2.0\"><body><outline text=\"Plants\">"
                          "<outline type=\"rss\" text=\"Garden\" xmlUrl=\"garden.xml\"/>"
                          "<outline type=\"rss\" text=\"Near\" xmlUrl=\"http://127.0.0.1/rss\"/>"
                          "</outline></body></opml>");
  auto const report = index({list});
  BOOST_TEST(counts(report) == want({3, 0, 0, 0, 0}));
  BOOST_REQUIRE(report.failure);  // since private addresses are not asked
  BOOST_TEST(std::string(report.failure->what()).find("http://127.0.0.1/rss") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_directory_of_pages_and_markdown_is_one_source) {
  fs::create_directory(directory / "site");
  write("site/sieves.html", "<title>On sieves</title><article><h1>On sieves</h1><p>Shake.</p></article>");
  write("site/pots.md", "# On pots\n\nFill them.");
  write("site/secret.html", "<meta name=robots content=noindex><p>Nothing to see.</p>");
  write("site/garden.xml", rss("garden.example", items));
  auto const site = (directory / "site").string();
  auto const first = index({site + "/"});
  BOOST_TEST(counts(first) == want({2, 0, 0, 0, 1}));
  BOOST_REQUIRE_EQUAL(first.problems.size(), 1u);
  BOOST_TEST(first.problems[0].where == site + "/secret.html");

  BOOST_TEST(counts(index({site + "/../site"})) == want({0, 0, 2, 0, 1}));
  auto const sources = Archive(layout.archive(), ArchiveAccess::read_only).sources();
  BOOST_REQUIRE_EQUAL(sources.size(), 1u);
  BOOST_TEST(sources[0].name == site);
  BOOST_TEST(sources[0].posts == 2u);
}

BOOST_AUTO_TEST_CASE(a_post_is_kept_with_the_source_that_brought_it_whatever_file_it_lay_in) {
  fs::create_directory(directory / "site");
  write("site/sieves.html", "<title>On sieves</title><article><h1>On sieves</h1><p>Shake.</p></article>");
  write("site/pots.md", "# On pots\n\nFill them.");
  auto const site = (directory / "site").string();
  auto const page =
      write("awls.html", "<title>On awls</title><article><h1>On awls</h1><p>Bore.</p></article>");
  index({site, page});
  std::multiset<std::string> sources;
  Archive(layout.archive(), ArchiveAccess::read_only).visit_posts([&](ArchivedPost const& archived) {
    sources.insert(archived.post.source);
  });
  BOOST_TEST((sources == std::multiset<std::string>{page, site, site}));
}

BOOST_AUTO_TEST_CASE(the_feed_of_a_site_and_its_pages_have_their_posts_in_common) {
  fs::create_directory(directory / "site");
  write(
      "site/spades.html",
      "<title>On spades</title><link rel=canonical href='https://garden.example/spades'>"
      "<article><h1>On spades</h1><p>Dig deep, deeper than the feed tells, and then turn it.</p></article>");
  write("site/sieves.html", "<title>On sieves</title><article><h1>On sieves</h1><p>Shake.</p></article>");
  auto const report =
      index({write("garden.xml", rss("garden.example", items)), (directory / "site").string()});
  BOOST_TEST(report.posts == 4u);
  BOOST_TEST(report.added == 4u);
}

BOOST_AUTO_TEST_CASE(a_directory_without_pages_keeps_no_other_source_out) {
  fs::create_directory(directory / "empty");
  auto const report =
      index({(directory / "empty").string(), write("garden.xml", rss("garden.example", items))});
  BOOST_TEST(counts(report) == want({3, 0, 0, 0, 0}));
  BOOST_REQUIRE(report.failure);
  BOOST_TEST(report.failure->code() == ErrorCode::bad_source);
}

BOOST_AUTO_TEST_CASE(items_that_cannot_be_used_are_skipped_and_told) {
  std::string feed = rss("garden.example", items);
  feed.insert(feed.find("<item>"), "<item></item>");
  auto const report = index({write("garden.xml", feed)});
  BOOST_TEST(counts(report) == want({3, 0, 0, 0, 1}));
  BOOST_TEST(report.problem_count == 1u);
  BOOST_TEST(report.problems.size() == 1u);
}

BOOST_AUTO_TEST_CASE(of_many_problems_the_first_are_listed_and_all_are_counted) {
  std::string feed = rss("garden.example", items);
  std::size_t const broken = IndexReport::kMaxProblems + 50;
  for (std::size_t i = 0; i < broken; ++i) feed.insert(feed.find("<item>"), "<item></item>");
  auto const report = index({write("garden.xml", feed)});
  BOOST_TEST(report.skipped == broken);
  BOOST_TEST(report.problem_count == broken);
  BOOST_TEST(report.problems.size() == IndexReport::kMaxProblems);
}

BOOST_AUTO_TEST_CASE(what_was_forgotten_is_skipped) {
  auto const feed = write("garden.xml", rss("garden.example", items));
  index({feed});
  Archive(layout.archive(), ArchiveAccess::read_write)
      .forget(std::vector<std::string>{"https://garden.example/rakes"}, kToday);
  auto const report = index({feed});
  BOOST_TEST(counts(report) == want({0, 0, 2, 0, 1}));
  BOOST_TEST(report.posts == 2u);
  BOOST_TEST(report.published);
}

BOOST_AUTO_TEST_CASE(a_store_whose_run_died_before_publishing_is_completed) {
  auto const feed = write("garden.xml", rss("garden.example", items));
  index({feed});
  fs::remove(layout.current());
  fs::remove_all(layout.index());
  auto const report = index({feed});
  BOOST_TEST(counts(report) == want({0, 0, 3, 0, 0}));
  BOOST_TEST(report.posts == 3u);
  BOOST_TEST(report.published);
  BOOST_TEST(documents(layout) == 3u);
}

BOOST_AUTO_TEST_CASE(a_store_that_another_writer_holds_is_left_alone) {
  auto const feed = write("garden.xml", rss("garden.example", items));
  StoreLock const lock(layout.root);
  BOOST_CHECK_EXCEPTION(index({feed}), Error,
                        [](Error const& error) { return error.code() == ErrorCode::store_locked; });
  BOOST_TEST(!fs::exists(layout.archive()));
}

BOOST_AUTO_TEST_CASE(a_clock_that_jumps_loses_no_post_and_no_update) {
  auto const feed = write("garden.xml", rss("garden.example", items));
  using std::chrono::years;
  for (auto const jump : {years(0), years(70), years(-40), years(1)}) {
    items.front().html = "<p>Edited at " + std::to_string(jump.count()) + ".</p>";
    write("garden.xml", rss("garden.example", items));
    auto const report = index({feed}, kToday + std::chrono::days(366 * jump.count()));
    bool const waits = jump < years(0);  // all are of the future then; the next run has the update
    BOOST_TEST((report.added + report.changed > 0u) != waits);
    BOOST_TEST(report.posts == 3u);
    BOOST_TEST(documents(layout) == 3u);
  }
}

BOOST_AUTO_TEST_CASE(a_run_stopped_while_it_reads_keeps_nothing_of_that_source) {
  index({write("garden.xml", rss("garden.example", items))});
  auto const more = write("more.xml", rss("other.example", items));
  int left = 1;
  auto const stop = [&] { return left-- == 0; };
  BOOST_CHECK_EXCEPTION(
      pressmark::index_sources(layout, {more}, InputLimits{}, kToday, {.update = {.should_stop = stop}}),
      Error, [](Error const& error) { return error.code() == ErrorCode::interrupted; });
  BOOST_TEST(Archive(layout.archive(), ArchiveAccess::read_only).size() == 3u);
  BOOST_TEST(documents(layout) == 3u);
  BOOST_TEST(counts(index({more})) == want({3, 0, 0, 0, 0}));
}

BOOST_AUTO_TEST_SUITE_END()
