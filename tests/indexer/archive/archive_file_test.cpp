// The archive as a file: versions, foreign files, connections side by side, read-only places.
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <optional>
#include <sys/wait.h>
#include <unistd.h>

#include "archive_fixture.h"
#include "archive_sql.h"
#include "common/base/files.h"
#include "tests/support/printing.h"

using namespace pressmark;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

void write(fs::path const& path, std::string const& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

// The code of the Error that opening ends in.
std::optional<ErrorCode> refusal(fs::path const& path, ArchiveAccess access) {
  try {
    Archive const archive(path, access);
  } catch (Error const& error) {
    return error.code();
  }
  return std::nullopt;
}

// True if `check` holds in a child process without a superuser's rights.
bool holds_for_an_ordinary_user(auto const& check) {
  pid_t const child = fork();
  if (child == 0) {
    if (geteuid() == 0 && setuid(65534) != 0) _exit(2);
    bool ok = false;
    try {
      ok = check();
    } catch (std::exception const& error) {
      BOOST_TEST_MESSAGE(error.what());
    }
    _exit(ok ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(archive_file, ArchiveFixture)

BOOST_AUTO_TEST_CASE(reading_where_there_is_no_archive_says_so_and_makes_none) {
  BOOST_TEST(refusal(path(), ArchiveAccess::read_only) == ErrorCode::store_missing);
  BOOST_TEST(!fs::exists(path()));
  write(path(), "");
  BOOST_TEST(refusal(path(), ArchiveAccess::read_only) == ErrorCode::store_missing);
}

BOOST_AUTO_TEST_CASE(the_directory_is_made_for_writing) {
  Archive const archive(directory / "new" / "store" / "archive.db", ArchiveAccess::read_write);
  BOOST_TEST(archive.size() == 0u);
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_database_is_refused_and_left_alone) {
  std::string const text =
      "<rss><channel><title>Not an archive, but long enough to be looked at.</title></rss>\n";
  write(path(), text + text);
  for (auto const access : {ArchiveAccess::read_only, ArchiveAccess::read_write}) {
    BOOST_TEST(refusal(path(), access) == ErrorCode::store_damaged);
  }
  BOOST_TEST(fs::file_size(path()) == 2 * text.size());
}

BOOST_AUTO_TEST_CASE(the_database_of_another_program_is_refused_and_left_alone) {
  sql(path(), "CREATE TABLE notes (text)");
  for (auto const access : {ArchiveAccess::read_only, ArchiveAccess::read_write}) {
    BOOST_CHECK_EXCEPTION(Archive(path(), access), Error, [](Error const& error) {
      std::string const what = error.what();
      return error.code() == ErrorCode::store_damaged && what.ends_with("is not a Pressmark archive");
    });
  }
  BOOST_TEST(sql(path(), "PRAGMA journal_mode") == "delete");
}

BOOST_AUTO_TEST_CASE(an_archive_of_a_later_version_is_refused) {
  {
    Archive const archive = open();
  }
  sql(path(), "PRAGMA user_version = 3");
  for (auto const access : {ArchiveAccess::read_only, ArchiveAccess::read_write}) {
    BOOST_TEST(refusal(path(), access) == ErrorCode::store_newer);
  }
}

BOOST_AUTO_TEST_CASE(a_damaged_page_is_found) {
  {
    Archive archive = open();
    std::vector<Post> posts;
    posts.reserve(500);
    for (int i = 0; i < 500; ++i) posts.push_back(make_post("post-" + std::to_string(i)));
    archive.apply("garden.xml", posts, kToday);
  }
  std::fstream file(path(), std::ios::in | std::ios::out | std::ios::binary);
  for (std::streamoff page = 30; page < 60; ++page) file.seekp(page * 4096) << std::string(64, '\xA5');
  file.close();
  Archive const archive = open(ArchiveAccess::read_only);
  BOOST_TEST(!archive.verify().empty());
  BOOST_CHECK_EXCEPTION(all_posts(archive), Error, has_code(ErrorCode::store_damaged));
}

BOOST_AUTO_TEST_CASE(tables_that_disagree_are_found) {
  open().apply("garden.xml", std::vector{make_post("spades")}, kToday);
  sql(path(), "UPDATE meta SET last_change = 0");
  BOOST_TEST(open(ArchiveAccess::read_only).verify().size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_reader_keeps_its_view_while_another_connection_writes) {
  Archive writer = open();
  writer.apply("garden.xml", std::vector{make_post("spades"), make_post("rakes")}, kToday);
  Archive const reader = open(ArchiveAccess::read_only);
  std::size_t seen = 0;
  reader.visit_posts([&](ArchivedPost const& archived) {
    ++seen;
    Post edited = archived.post;
    edited.title += " again";
    writer.apply("garden.xml", std::vector{edited, make_post("new-" + std::to_string(seen))}, kToday);
  });
  BOOST_TEST(seen == 2u);
  BOOST_TEST(reader.size() == 4u);
  BOOST_TEST(reader.last_change() == writer.last_change());
}

BOOST_AUTO_TEST_CASE(replaced_and_removed_versions_are_kept_for_thirty_days) {
  Archive archive = open();
  Post post = make_post("spades");
  archive.apply("garden.xml", std::vector{post, make_post("rakes")}, kToday);
  post.title = "Edited";
  archive.apply("garden.xml", std::vector{post}, kToday);
  archive.remove(std::vector{post_id(post.site, post.guid)}, kToday + 24h);
  BOOST_TEST(sql(path(),
                 "SELECT group_concat(title || removed || '@' || run, ' ') FROM "
                 "(SELECT * FROM versions ORDER BY change)") == "On spades0@2 Edited1@3");
  archive.finish_job(archive.begin_job("index", kToday), {.time = kToday + 30 * 24h});
  BOOST_TEST(sql(path(), "SELECT count(*) FROM versions") == "2");
  archive.apply("garden.xml", std::vector{make_post("hoes")}, kToday + 30 * 24h + 1s);
  BOOST_TEST(sql(path(), "SELECT group_concat(title) FROM versions") == "Edited");
}

BOOST_AUTO_TEST_CASE(versions_can_be_kept_for_another_time) {
  Archive archive = open();
  archive.set_retention(std::chrono::days(2));
  archive.apply("garden.xml", std::vector{make_post("spades")}, kToday);
  archive.remove(std::vector{post_id("garden.example", "spades")}, kToday);
  archive.finish_job(archive.begin_job("index", kToday), {.time = kToday + 48h});
  BOOST_TEST(sql(path(), "SELECT count(*) FROM versions") == "1");
  archive.finish_job(archive.begin_job("index", kToday), {.time = kToday + 48h + 1s});
  BOOST_TEST(sql(path(), "SELECT count(*) FROM versions") == "0");
}

BOOST_AUTO_TEST_CASE(nothing_of_a_forgotten_post_stays_but_the_keys) {
  Archive archive = open();
  Post post = make_post("spades");
  archive.apply("garden.xml", std::vector{post}, kToday);
  post.html = "<p>Regretted.</p>";
  archive.apply("garden.xml", std::vector{post}, kToday);
  archive.forget(std::vector{post.url}, kToday);
  BOOST_TEST(sql(path(),
                 "SELECT (SELECT count(*) FROM posts) + (SELECT count(*) FROM versions) + "
                 "(SELECT count(*) FROM source_posts) + (SELECT count(*) FROM source_post_versions)") == "0");
}

BOOST_AUTO_TEST_CASE(a_batch_that_changes_nothing_writes_nothing) {
  Archive archive = open();
  std::vector const posts{make_post("spades"), make_post("rakes")};
  archive.apply("garden.xml", posts, kToday);
  std::string const before = all_rows(path());
  auto const log = fs::last_write_time(path().native() + "-wal");
  BOOST_TEST(figures(archive.apply("garden.xml", posts, kToday + 24h)) == unchanged(2));
  BOOST_TEST(archive.remove(std::vector<std::string>{"unknown"}, kToday + 24h) == 0u);
  BOOST_TEST(all_rows(path()) == before);
  BOOST_TEST(fs::last_write_time(path().native() + "-wal") == log);
}

BOOST_AUTO_TEST_CASE(an_archive_at_rest_is_one_file_whose_copy_is_the_same_archive) {
  std::string uuid;
  {
    Archive archive = open();
    archive.apply("garden.xml", std::vector{make_post("spades")}, kToday);
    uuid = archive.uuid();
  }
  BOOST_TEST(std::distance(fs::directory_iterator(directory), fs::directory_iterator()) == 1);
  fs::copy_file(path(), directory / "copy.db");
  Archive const copy(directory / "copy.db", ArchiveAccess::read_only);
  BOOST_TEST(copy.uuid() == uuid);
  BOOST_TEST(copy.size() == 1u);
}

BOOST_AUTO_TEST_CASE(readers_leave_nothing_behind_and_the_file_as_it_was) {
  open().apply("garden.xml", std::vector{make_post("spades")}, kToday);
  auto const before = read_file(path(), 1 << 20);
  for (int reading = 0; reading < 2; ++reading) {
    Archive const first = open(ArchiveAccess::read_only);
    Archive const second = open(ArchiveAccess::read_only);
    BOOST_TEST(first.size() + second.size() == 2u);
  }
  BOOST_TEST((read_file(path(), 1 << 20) == before));
  BOOST_TEST(std::distance(fs::directory_iterator(directory), fs::directory_iterator()) == 1);
}

BOOST_AUTO_TEST_CASE(readers_leave_the_log_of_a_killed_writer_to_the_next_one) {
  fs::path const killed = directory / "killed";
  fs::create_directory(killed);
  {
    Archive writer = open();
    writer.apply("a.xml", std::vector{make_post("spades")}, kToday);
    for (std::string const name : {"archive.db", "archive.db-wal"})
      fs::copy_file(directory / name, killed / name);
  }
  auto const size = fs::file_size(killed / "archive.db-wal");
  BOOST_TEST(Archive(killed / "archive.db", ArchiveAccess::read_only).size() == 1u);
  BOOST_TEST(fs::file_size(killed / "archive.db-wal") == size);
  BOOST_TEST(Archive(killed / "archive.db", ArchiveAccess::read_write).size() == 1u);
  BOOST_TEST(std::distance(fs::directory_iterator(killed), fs::directory_iterator()) == 1);
}

BOOST_AUTO_TEST_CASE(readers_cannot_write) {
  open().apply("a.xml", std::vector{make_post("spades")}, kToday);
  Archive reader = open(ArchiveAccess::read_only);
  BOOST_CHECK_THROW(reader.apply("a.xml", std::vector{make_post("rakes")}, kToday), Error);
  BOOST_TEST(reader.size() == 1u);
}

BOOST_AUTO_TEST_CASE(an_archive_in_a_directory_one_may_not_write_to_can_be_read) {
  fs::path const shelf = directory / "100% #1 which?";
  fs::path const archive_path = shelf / "archive.db";
  Archive(archive_path, ArchiveAccess::read_write).apply("a.xml", std::vector{make_post("spades")}, kToday);
  fs::permissions(directory, fs::perms{0755});
  fs::permissions(shelf, fs::perms{0555});
  for (auto const permissions : {fs::perms{0644}, fs::perms{0666}}) {
    fs::permissions(archive_path, permissions);
    BOOST_TEST(holds_for_an_ordinary_user([&] {
      Archive const archive(archive_path, ArchiveAccess::read_only);
      return archive.size() == 1 && all_posts(archive).at(0).post == make_post("spades");
    }));
  }
  BOOST_TEST(holds_for_an_ordinary_user(
      [&] { return refusal(archive_path, ArchiveAccess::read_write) == ErrorCode::store_unwritable; }));
  fs::permissions(shelf, fs::perms{0755});
}

BOOST_AUTO_TEST_CASE(a_reader_without_the_right_to_write_sees_what_a_running_writer_has_committed) {
  Archive writer = open();
  writer.apply("a.xml", std::vector{make_post("spades")}, kToday);
  fs::permissions(directory, fs::perms{0755});
  BOOST_TEST(holds_for_an_ordinary_user([&] { return open(ArchiveAccess::read_only).size() == 1; }));
}

BOOST_AUTO_TEST_CASE(an_unsettled_archive_in_such_a_directory_is_not_read_as_if_it_were_whole) {
  fs::path const shelf = directory / "shelf";
  fs::create_directory(shelf);
  Archive writer = open();
  writer.apply("a.xml", std::vector{make_post("spades")}, kToday);
  for (std::string const name : {"archive.db", "archive.db-wal"})
    fs::copy_file(directory / name, shelf / name);
  fs::permissions(directory, fs::perms{0755});
  fs::permissions(shelf, fs::perms{0555});
  BOOST_TEST(holds_for_an_ordinary_user([&] {
    return refusal(shelf / "archive.db", ArchiveAccess::read_only) == ErrorCode::store_unwritable;
  }));
  fs::permissions(shelf, fs::perms{0755});
  BOOST_TEST(Archive(shelf / "archive.db", ArchiveAccess::read_only).size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
