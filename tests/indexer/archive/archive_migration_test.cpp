// Archives that earlier versions of Pressmark left: samples/README.md tells how they were made.
#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "archive_fixture.h"
#include "archive_sql.h"
#include "tests/support/printing.h"

using namespace pressmark;
namespace fs = std::filesystem;

namespace {

// Seconds of 2026-11-21, when the sample was made.
constexpr Timestamp kSampleRead{std::chrono::seconds{1'795'255'339}};

std::string const kMoved = "https://pressmark.example/blog/2024/04/titles";

struct Version1Fixture : ArchiveFixture {
  Version1Fixture() {
    fs::copy_file(fs::path(PRESSMARK_SOURCE_DIR) / "tests/indexer/archive/samples/version-1.db", path());
  }
};

// All that both versions have, as text.
std::string contents(fs::path const& file) {
  return sql(file,
             "SELECT * FROM posts ORDER BY change; SELECT * FROM versions ORDER BY change;"
             "SELECT * FROM tombstones ORDER BY change; SELECT * FROM forgotten ORDER BY key;"
             "SELECT key, post FROM aliases ORDER BY key;"
             "SELECT source, identity, post, content_hash FROM source_posts ORDER BY source, identity;"
             "SELECT name, site FROM sources ORDER BY name; SELECT uuid, last_change FROM meta;"
             "SELECT id, time, source, added, changed, unchanged, removed, forgotten FROM runs ORDER BY id");
}

// What the archive's own functions give, whichever version lies below.
void check_sample(Archive const& archive) {
  BOOST_TEST(archive.uuid() == "1b37a2bb-179a-4dff-aae9-8ded44272329");
  BOOST_TEST(archive.last_change() == 11);
  auto const posts = all_posts(archive);
  BOOST_TEST_REQUIRE(posts.size() == 4u);
  BOOST_TEST(posts[1].post.title == "Revised: guid: the one thing a feed must not change");
  BOOST_TEST(posts[3].post.url == kMoved);
  BOOST_TEST(posts[3].post.html.size() > 1'900u);
  std::size_t tombstones = 0;
  archive.visit_changes_after(0, [](ArchivedPost const&) {}, [&](Tombstone const&) { ++tombstones; });
  BOOST_TEST(tombstones == 2u);

  auto const sources = archive.sources();
  BOOST_TEST_REQUIRE(sources.size() == 2u);
  BOOST_TEST(sources[0].name == "blog.xml");
  BOOST_TEST(sources[0].posts == 4u);
  BOOST_TEST(sources[1].posts == 2u);
  BOOST_TEST(archive.source_state("planet.xml").last_success == kSampleRead);

  auto const jobs = archive.jobs(10);
  BOOST_TEST_REQUIRE(jobs.size() == 6u);
  BOOST_TEST(jobs[5].counts.added == 5u);
  BOOST_TEST(jobs[5].outcome == JobOutcome::done);
  BOOST_TEST(!archive.hold().has_value());
  BOOST_TEST(!archive.page("blog.xml", kMoved).has_value());
  BOOST_TEST(archive.verify().empty());
}

// The names, types and defaults of all columns, and the indexes.
std::string shape(fs::path const& file) {
  return sql(file,
             "SELECT t.name, c.name, c.type, c.\"notnull\", c.dflt_value, c.pk FROM sqlite_schema AS t, "
             "pragma_table_info(t.name) AS c WHERE t.type = 'table' ORDER BY t.name, c.cid;"
             "SELECT t.name, f.\"from\", f.\"table\", f.on_delete FROM sqlite_schema AS t, "
             "pragma_foreign_key_list(t.name) AS f WHERE t.type = 'table' ORDER BY 1, 2;"
             "SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'index' ORDER BY name");
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(archive_migration, Version1Fixture)

BOOST_AUTO_TEST_CASE(an_archive_of_version_1_can_be_read_and_stays_what_it_is) {
  std::string const before = contents(path());
  check_sample(open(ArchiveAccess::read_only));
  BOOST_TEST(sql(path(), "PRAGMA user_version") == "1");
  BOOST_TEST(contents(path()) == before);
}

BOOST_AUTO_TEST_CASE(opened_for_writing_it_becomes_one_of_the_present_version_and_loses_nothing) {
  std::string const before = contents(path());
  check_sample(open());
  BOOST_TEST(sql(path(), "PRAGMA user_version") == "2");
  BOOST_TEST(contents(path()) == before);
  check_sample(open());
  check_sample(open(ArchiveAccess::read_only));
}

BOOST_AUTO_TEST_CASE(its_tables_are_then_those_of_a_new_archive) {
  {
    Archive const migrated = open();
    Archive const made(directory / "new.db", ArchiveAccess::read_write);
  }
  BOOST_TEST(shape(path()) == shape(directory / "new.db"));
}

BOOST_AUTO_TEST_CASE(a_migrated_archive_still_knows_aliases_and_what_is_forgotten) {
  Archive archive = open();
  Post moved = all_posts(archive).at(3).post;
  moved.guid = moved.url = "https://pressmark.example/blog/2024/04/titles-and-summaries";
  moved.title = "Edited where it was";
  Post unwanted = make_post("1");
  unwanted.url = "https://pressmark.example/blog/2025/12/restored-backups";
  BOOST_TEST(figures(archive.apply("blog.xml", std::vector{moved, unwanted}, kSampleRead)) ==
             (std::vector<std::size_t>{0, 1, 0, 0, 1}));
  Post const edited = all_posts(archive).at(3).post;
  BOOST_TEST(edited.title == "Edited where it was");
  BOOST_TEST(edited.url == kMoved);
}

BOOST_AUTO_TEST_CASE(runs_of_version_1_cannot_be_undone_and_those_after_them_can) {
  Archive archive = open();
  BOOST_CHECK_EXCEPTION(archive.rollback(3, kSampleRead), Error, has_code(ErrorCode::usage));
  BOOST_CHECK_EXCEPTION(archive.rollback({}, kSampleRead), Error, has_code(ErrorCode::usage));
  std::string const before = sql(path(), "SELECT title, html FROM posts ORDER BY id");
  Post edited = all_posts(archive).at(0).post;
  edited.title = "Edited";
  archive.apply("blog.xml", std::vector{edited, make_post("new")}, kSampleRead);
  RolledBack const undone = archive.rollback({}, kSampleRead);
  BOOST_TEST(undone.job == 7);
  BOOST_TEST(figures(undone.counts) == (std::vector<std::size_t>{0, 1, 0, 1, 0}));
  BOOST_TEST(sql(path(), "SELECT title, html FROM posts ORDER BY id") == before);
}

BOOST_AUTO_TEST_SUITE_END()
