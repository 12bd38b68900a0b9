// Each kind of damage, and what a check says of it.
#include "operations/check_store.h"

#include <boost/test/unit_test.hpp>
#include <functional>

#include "blog_fixture.h"
#include "indexer/archive/archive.h"
#include "indexer/write/store_lock.h"

using namespace pressmark;
namespace fs = std::filesystem;

namespace {

void write_file(fs::path const& path, std::string const& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

// Writes over the end of a file: a block of a table is filled from there.
void scribble(fs::path const& path) {
  std::string const scrawl(512, '\xA5');
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(-static_cast<std::streamoff>(scrawl.size()), std::ios::end) << scrawl;
}

struct Damage {
  std::string name;
  std::function<void(BlogFixture&)> inflict;
  std::string says;
  Severity severity = Severity::error;
};

fs::path live(BlogFixture const& blog) {
  return blog.layout.generation(current_generation(blog.layout).value());
}

std::vector<Damage> const& damages() {
  static std::vector<Damage> const all{
      {"the archive cut short", [](BlogFixture& blog) { fs::resize_file(blog.layout.archive(), 4096 * 3); },
       "the archive"},
      {"the archive empty", [](BlogFixture& blog) { write_file(blog.layout.archive(), ""); }, "is empty"},
      {"the archive another file",
       [](BlogFixture& blog) { write_file(blog.layout.archive(), std::string(9000, 'x')); }, "the archive"},
      {"no archive", [](BlogFixture& blog) { fs::remove(blog.layout.archive()); }, "there is no archive"},
      {"another archive",
       [](BlogFixture& blog) {
         fs::remove(blog.layout.archive());
         Archive(blog.layout.archive(), ArchiveAccess::read_write).apply("none", {}, kToday);
       },
       "belongs to another archive"},
      {"no CURRENT", [](BlogFixture& blog) { fs::remove(blog.layout.current()); }, "there is no index"},
      {"CURRENT scribbled on", [](BlogFixture& blog) { write_file(blog.layout.current(), "../x\n"); },
       "does not name a generation"},
      {"CURRENT elsewhere", [](BlogFixture& blog) { write_file(blog.layout.current(), "0099\n"); },
       "which is not there"},
      {"no generation", [](BlogFixture& blog) { fs::remove_all(live(blog)); }, "which is not there"},
      {"a table gone", [](BlogFixture& blog) { fs::remove(live(blog) / "postlist.glass"); }, "the index"},
      {"a table cut short", [](BlogFixture& blog) { fs::resize_file(live(blog) / "postlist.glass", 100); },
       "the index"},
      {"a table scribbled on", [](BlogFixture& blog) { scribble(live(blog) / "docdata.glass"); },
       "the index"},
      {"no version file", [](BlogFixture& blog) { fs::remove(live(blog) / "iamglass"); }, "the index"},
      {"the archive ahead",
       [](BlogFixture& blog) {
         Archive(blog.layout.archive(), ArchiveAccess::read_write)
             .forget(std::vector<std::string>{"https://garden.example/rakes"}, kToday);
       },
       "behind the archive: it reflects change 3 of 4", Severity::warning},
      {"the archive of the day before",
       [](BlogFixture& blog) {
         fs::copy_file(blog.layout.archive(), blog.directory / "copy.db");
         blog.items[0].title = "Edited";
         blog.index({blog.write("garden.xml", rss("garden.example", blog.items))});
         fs::rename(blog.directory / "copy.db", blog.layout.archive());
       },
       "ahead of the archive: it reflects change 4, the last is 3"},
      {"a build that was killed",
       [](BlogFixture& blog) { fs::create_directory(blog.layout.generation("0007.tmp")); },
       "0007.tmp was left", Severity::warning},
      {"a pointer that was not swapped",
       [](BlogFixture& blog) { write_file(blog.layout.current().native() + ".tmp", "0002\n"); },
       "CURRENT.tmp was left", Severity::warning},
  };
  return all;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(check_store, BlogFixture)

BOOST_AUTO_TEST_CASE(a_sound_store_has_no_findings_and_is_not_touched) {
  auto const report = index({write("garden.xml", rss("garden.example", items))});
  auto const before = store_bytes();
  auto const check = pressmark::check_store(layout);
  BOOST_TEST(check.is_sound());
  BOOST_TEST(check.posts == 3u);
  BOOST_TEST(check.generation == report.generation);
  BOOST_TEST((store_bytes() == before));
}

BOOST_AUTO_TEST_CASE(each_damage_is_found_and_left_as_it_is) {
  for (Damage const& damage : damages()) {
    BOOST_TEST_CONTEXT(damage.name) {
      BlogFixture blog;
      blog.index({blog.write("garden.xml", rss("garden.example", blog.items))});
      damage.inflict(blog);
      auto const before = blog.store_bytes();
      auto const check = pressmark::check_store(blog.layout);
      BOOST_TEST(!check.is_sound());
      auto const found = std::ranges::any_of(check.findings, [&](Finding const& finding) {
        return finding.severity == damage.severity && finding.what.find(damage.says) != std::string::npos &&
               !finding.hint.empty();
      });
      BOOST_TEST(found);
      for (auto const& finding : check.findings) BOOST_TEST_MESSAGE(finding.what);
      BOOST_TEST((blog.store_bytes() == before));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_writer_at_work_is_no_finding) {
  index({write("garden.xml", rss("garden.example", items))});
  StoreLock const lock(layout.root);
  BOOST_TEST(pressmark::check_store(layout).is_sound());
}

BOOST_AUTO_TEST_CASE(a_store_that_may_not_be_written_can_be_checked) {
  index({write("garden.xml", rss("garden.example", items))});
  for (auto const& entry : fs::recursive_directory_iterator(layout.root)) {
    fs::permissions(entry.path(), entry.is_directory() ? fs::perms{0555} : fs::perms{0444});
  }
  fs::permissions(layout.root, fs::perms{0555});
  auto const check = pressmark::check_store(layout);
  for (auto const& entry : fs::recursive_directory_iterator(layout.root)) {
    if (entry.is_directory()) fs::permissions(entry.path(), fs::perms{0755});
  }
  fs::permissions(layout.root, fs::perms{0755});
  BOOST_TEST(check.is_sound());
}

BOOST_AUTO_TEST_CASE(a_place_without_a_store_says_so) {
  BOOST_CHECK_EXCEPTION(static_cast<void>(pressmark::check_store(layout)), Error,
                        [](Error const& error) { return error.code() == ErrorCode::store_missing; });
}

BOOST_AUTO_TEST_SUITE_END()
