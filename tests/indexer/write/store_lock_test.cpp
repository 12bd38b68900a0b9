// One writer at a time, across processes.
#include "indexer/write/store_lock.h"

#include <array>
#include <boost/test/unit_test.hpp>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

#include "common/base/error.h"
#include "tests/support/printing.h"
#include "tests/support/scratch_folder.h"

using namespace pressmark;
namespace fs = std::filesystem;

namespace {

struct LockFixture {
  [[nodiscard]] fs::path store() const { return directory / "store"; }

  ScratchFolder folder;
  fs::path directory = folder.path();
};

// A process that runs `task`, tells when it is done and then lives until this object goes.
class Child {
 public:
  explicit Child(std::function<void()> const& task) {
    std::array<int, 2> ready{};
    BOOST_TEST_REQUIRE(pipe(ready.data()) == 0);
    id_ = fork();
    if (id_ == 0) {
      try {
        task();
        if (::write(ready[1], "x", 1) == 1) pause();
      } catch (std::exception const&) {
        _exit(1);  // the parent sees the pipe close
      }
      _exit(1);
    }
    close(ready[1]);
    char byte = 0;
    bool const is_ready = read(ready[0], &byte, 1) == 1;
    close(ready[0]);
    BOOST_TEST_REQUIRE(is_ready);
  }
  ~Child() {
    kill(id_, SIGKILL);
    waitpid(id_, nullptr, 0);
  }
  Child(Child const&) = delete;
  Child& operator=(Child const&) = delete;
  [[nodiscard]] pid_t id() const { return id_; }

 private:
  pid_t id_ = 0;
};

// The Error that locking ends in.
std::optional<Error> refusal(fs::path const& store) {
  try {
    StoreLock const lock(store);
  } catch (Error const& error) {
    return error;
  }
  return std::nullopt;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(store_lock, LockFixture)

BOOST_AUTO_TEST_CASE(locking_creates_the_store) {
  StoreLock const lock(directory / "deep" / "store");
  BOOST_TEST(fs::is_directory(directory / "deep" / "store"));
}

BOOST_AUTO_TEST_CASE(a_second_process_is_told_who_holds_the_lock_and_since_when) {
  std::optional<StoreLock> lock;
  Child const holder([&] { lock.emplace(store()); });
  auto const error = refusal(store());
  BOOST_TEST_REQUIRE(error.has_value());
  BOOST_TEST(error->code() == ErrorCode::store_locked);
  std::string const what = error->what();
  std::string const start =
      "the store is being written by process " + std::to_string(holder.id()) + " since 20";
  BOOST_TEST(what.substr(0, start.size()) == start);
  BOOST_TEST(what.back() == 'Z');
  BOOST_TEST(error->hint() == "try again when it has finished");
}

BOOST_AUTO_TEST_CASE(the_death_of_the_holder_releases_the_lock) {
  {
    std::optional<StoreLock> lock;
    Child const holder([&] { lock.emplace(store()); });
    BOOST_TEST(refusal(store()).has_value());
  }
  BOOST_TEST(!refusal(store()).has_value());
}

BOOST_AUTO_TEST_CASE(two_locks_of_one_process_exclude_each_other_too) {
  {
    StoreLock const lock(store());
    BOOST_TEST(refusal(store()).has_value());
    BOOST_TEST(refusal(store()).has_value());
  }
  BOOST_TEST(!refusal(store()).has_value());
}

BOOST_AUTO_TEST_CASE(a_program_started_meanwhile_does_not_keep_the_lock) {
  std::array<int, 2> started{};
  BOOST_TEST_REQUIRE(pipe(started.data()) == 0);
  pid_t child = 0;
  {
    StoreLock const lock(store());
    child = fork();
    if (child == 0) {
      dup2(started[1], STDOUT_FILENO);
      execl("/bin/sh", "sh", "-c", "echo started; exec sleep 60", nullptr);
      _exit(1);
    }
    char byte = 0;
    BOOST_TEST(read(started[0], &byte, 1) == 1);
  }
  BOOST_TEST(!refusal(store()).has_value());
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  close(started[0]);
  close(started[1]);
}

BOOST_AUTO_TEST_CASE(a_file_in_the_place_of_the_store_is_refused_by_name) {
  std::ofstream(store()) << "notes";
  auto const error = refusal(store());
  BOOST_TEST_REQUIRE(error.has_value());
  BOOST_TEST(error->code() == ErrorCode::store_unwritable);
  BOOST_TEST(std::string(error->what()).find(store().string()) != std::string::npos);
  BOOST_TEST(!error->hint().empty());
}

BOOST_AUTO_TEST_CASE(a_directory_one_may_not_write_to_is_refused) {
  fs::create_directory(store());
  fs::permissions(directory, fs::perms{0755});
  fs::permissions(store(), fs::perms{0555});
  pid_t const child = fork();
  if (child == 0) {
    if (geteuid() == 0 && setuid(65534) != 0) _exit(2);
    auto const inside = refusal(store());
    auto const beside = refusal(directory / "other");
    bool const refused = inside && inside->code() == ErrorCode::store_unwritable;
    bool const made = geteuid() == 65534 ? beside && beside->code() == ErrorCode::store_unwritable : true;
    _exit(refused && made ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  fs::permissions(store(), fs::perms{0755});
  BOOST_TEST_REQUIRE(WIFEXITED(status));
  BOOST_TEST(WEXITSTATUS(status) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
