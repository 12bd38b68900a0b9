// Reading and durable writing.
#include "common/base/files.h"

#include <boost/test/unit_test.hpp>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <string>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/support/printing.h"
#include "tests/support/scratch_folder.h"

using namespace pressmark;
namespace fs = std::filesystem;

namespace {

// A folder of its own for each case.
struct Folder {
  ScratchFolder scratch;
  fs::path path = scratch.path();
};

// Lets no file of this process grow beyond `bytes`, while it lives.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    rlimit const limit{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }
  FileSizeLimit(FileSizeLimit const&) = delete;
  FileSizeLimit& operator=(FileSizeLimit const&) = delete;

 private:
  rlimit before_{};
  void (*handler_)(int);
};

auto has_code(ErrorCode code) {
  return [code](Error const& error) { return error.code() == code; };
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(files, Folder)

BOOST_AUTO_TEST_CASE(reads_back_what_was_written) {
  auto const file = path / "CURRENT";
  write_file_atomically(file, "0001\n");
  write_file_atomically(file, std::string("0002\0\n", 6));
  BOOST_TEST(read_file(file, 100) == std::string("0002\0\n", 6));
  BOOST_TEST(std::distance(fs::directory_iterator(path), {}) == 1);
}

BOOST_AUTO_TEST_CASE(a_file_for_its_owner_can_be_read_by_nobody_else) {
  auto const file = path / "key";
  write_file_atomically(file, "secret", Readers::owner);
  struct stat status{};
  BOOST_REQUIRE(::stat(file.c_str(), &status) == 0);
  BOOST_TEST((status.st_mode & 0777U) == 0600U);
}

BOOST_AUTO_TEST_CASE(reads_files_whose_size_is_unknown_beforehand) {
  BOOST_TEST(!read_file("/proc/self/status", 1 << 20).empty());
  BOOST_TEST(read_file("/dev/null", 100).empty());
}

BOOST_AUTO_TEST_CASE(accepts_a_file_of_exactly_the_limit) {
  write_file_atomically(path / "feed.xml", "12345");
  BOOST_TEST(read_file(path / "feed.xml", 5) == "12345");
  BOOST_CHECK_EXCEPTION((void)read_file(path / "feed.xml", 4), Error, has_code(ErrorCode::bad_source));
  BOOST_CHECK_EXCEPTION((void)read_file("/dev/zero", 4), Error, has_code(ErrorCode::bad_source));
}

BOOST_AUTO_TEST_CASE(says_that_a_file_is_missing_or_a_folder) {
  BOOST_CHECK_EXCEPTION((void)read_file(path / "none.xml", 100), Error, [&](Error const& error) {
    return error.code() == ErrorCode::source_missing &&
           error.what() == "cannot read " + (path / "none.xml").string() + ": No such file or directory" &&
           !error.hint().empty();
  });
  BOOST_CHECK_EXCEPTION((void)read_file(path, 100), Error, [](Error const& error) {
    return error.code() == ErrorCode::source_missing && !error.hint().empty();
  });
}

BOOST_AUTO_TEST_CASE(keeps_the_old_contents_when_the_new_ones_do_not_fit) {
  auto const file = path / "CURRENT";
  write_file_atomically(file, "old");
  {
    FileSizeLimit const limit(1000);
    BOOST_CHECK_EXCEPTION(write_file_atomically(file, std::string(5000, 'x')), Error,
                          has_code(ErrorCode::disk_full));
  }
  BOOST_TEST(read_file(file, 100) == "old");
  BOOST_TEST(std::distance(fs::directory_iterator(path), {}) == 1);
}

BOOST_AUTO_TEST_CASE(says_that_a_folder_cannot_be_written) {
  BOOST_CHECK_EXCEPTION(write_file_atomically(path / "none" / "file", "x"), Error,
                        has_code(ErrorCode::store_unwritable));
  fs::create_directory(path / "taken");
  BOOST_CHECK_EXCEPTION(write_file_atomically(path / "taken", "x"), Error,
                        has_code(ErrorCode::store_unwritable));
}

BOOST_AUTO_TEST_CASE(tells_a_full_disk_from_a_forbidden_write) {
  for (auto const cause : {ENOSPC, EDQUOT, EFBIG}) {
    auto const error = write_error("archive.db", {cause, std::generic_category()});
    BOOST_TEST(error.code() == ErrorCode::disk_full, cause);
  }
  for (auto const cause : {EACCES, EROFS, EPERM, ENOENT, EIO}) {
    auto const error = write_error("archive.db", {cause, std::system_category()});
    BOOST_TEST(error.code() == ErrorCode::store_unwritable, cause);
  }
}

BOOST_AUTO_TEST_CASE(adds_up_files_of_all_depths) {
  fs::create_directories(path / "a" / "b");
  write_file_atomically(path / "one", "123");
  write_file_atomically(path / "a" / "b" / "two", "4567");
  fs::create_symlink(path / "one", path / "link");
  BOOST_TEST(size_on_disk(path) == 7u);
  BOOST_TEST(size_on_disk(path / "one") == 3u);
  BOOST_TEST(size_on_disk(path / "none") == 0u);
}

BOOST_AUTO_TEST_CASE(syncs_folders_and_reports_missing_ones) {
  fs::create_directories(path / "a" / "b");
  write_file_atomically(path / "a" / "one", "1");
  fs::create_symlink(path / "nowhere", path / "link");
  BOOST_CHECK_NO_THROW(sync_tree(path));
  BOOST_CHECK_NO_THROW(sync_directory(path / "a"));
  BOOST_CHECK_EXCEPTION(sync_tree(path / "none"), Error, has_code(ErrorCode::store_unwritable));
  BOOST_CHECK_EXCEPTION(sync_directory(path / "a" / "one"), Error, has_code(ErrorCode::store_unwritable));
}

BOOST_AUTO_TEST_SUITE_END()
