// The archive after a process that wrote to it was killed, or had no space left.
#include <boost/test/unit_test.hpp>
#include <csignal>
#include <fstream>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "archive_fixture.h"

using namespace pressmark;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

std::vector<Post> many_posts(std::size_t count, std::string const& prefix) {
  std::vector<Post> posts;
  posts.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    posts.push_back(make_post(prefix + std::to_string(i)));
    posts.back().html.append(20'000, 'x');
  }
  return posts;
}

std::uintmax_t log_bytes(fs::path const& archive) {
  std::error_code missing;
  auto const bytes = fs::file_size(archive.native() + "-wal", missing);
  return missing ? 0 : bytes;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(archive_crash, ArchiveFixture)

BOOST_AUTO_TEST_CASE(a_writer_killed_in_the_middle_of_a_batch_leaves_the_archive_as_it_was) {
  open().apply("garden.xml", many_posts(3, "kept-"), kToday);
  std::vector<Post> const batch = many_posts(20'000, "lost-");
  pid_t const child = fork();
  if (child == 0) {
    try {
      open().apply("huge.xml", batch, kToday);
    } catch (std::exception const&) {
      _exit(1);
    }
    _exit(0);
  }
  // Rows have reached the disk once the log has grown past SQLite's page cache.
  int status = 0;
  bool ended = false;
  while (!ended && log_bytes(path()) < (8u << 20)) {
    std::this_thread::sleep_for(1ms);
    ended = waitpid(child, &status, WNOHANG) == child;
  }
  BOOST_TEST_REQUIRE(!ended);
  kill(child, SIGKILL);
  waitpid(child, &status, 0);
  BOOST_TEST_REQUIRE(WIFSIGNALED(status));
  BOOST_TEST(log_bytes(path()) > 0u);

  BOOST_TEST(open(ArchiveAccess::read_only).size() == 3u);
  Archive archive = open();
  BOOST_TEST(archive.verify().empty());
  BOOST_TEST(archive.last_change() == 3);
  BOOST_TEST(archive.sources().size() == 1u);
  BOOST_TEST(figures(archive.apply("huge.xml", many_posts(10, "lost-"), kToday)) == added(10));
}

BOOST_AUTO_TEST_CASE(a_full_disk_is_named_and_leaves_the_archive_as_it_was) {
  open().apply("garden.xml", many_posts(3, "kept-"), kToday);
  std::vector<Post> const batch = many_posts(1'000, "lost-");
  pid_t const child = fork();
  if (child == 0) {
    signal(SIGXFSZ, SIG_IGN);
    rlimit const limit{4u << 20, 4u << 20};
    setrlimit(RLIMIT_FSIZE, &limit);
    try {
      open().apply("huge.xml", batch, kToday);
    } catch (Error const& error) {
      _exit(error.code() == ErrorCode::disk_full && std::string(error.what()).ends_with(path().string()) ? 0
                                                                                                         : 1);
    }
    _exit(2);
  }
  int status = 0;
  waitpid(child, &status, 0);
  BOOST_TEST_REQUIRE(WIFEXITED(status));
  BOOST_TEST(WEXITSTATUS(status) == 0);

  Archive const archive = open();
  BOOST_TEST(archive.size() == 3u);
  BOOST_TEST(archive.verify().empty());
}

BOOST_AUTO_TEST_SUITE_END()
