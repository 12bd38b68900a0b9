// A disk that is really full: a small file system in memory, which only root may mount.
#include <boost/test/unit_test.hpp>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sys/mount.h>

#include "blog.h"
#include "nights.h"
#include "search_watch.h"
#include "skip.h"
#include "store_state.h"
#include "tests/support/printing.h"

namespace pressmark {
namespace {

namespace fs = std::filesystem;

class SmallDisk {
 public:
  explicit SmallDisk(fs::path path)
      : path_(std::move(path)),
        error_(::mount("pressmark", path_.c_str(), "tmpfs", 0, "size=64m") == 0 ? 0 : errno) {}
  ~SmallDisk() {
    if (error_ == 0) ::umount2(path_.c_str(), MNT_DETACH);
  }
  SmallDisk(SmallDisk const&) = delete;
  SmallDisk& operator=(SmallDisk const&) = delete;

  // Why it could not be mounted; 0 if it could.
  [[nodiscard]] int error() const { return error_; }

  // Takes all space but this.
  void leave(std::uintmax_t bytes) const {
    std::ofstream filler(path_ / "filler", std::ios::binary);
    filler << std::string(fs::space(path_).available - bytes, 'x');
  }
  void make_room() const { fs::remove(path_ / "filler"); }

 private:
  fs::path path_;
  int error_;
};

void check_finished(Nights const& nights, Night night) {
  auto const end = nights.finish(night);
  BOOST_TEST(end.status == 0, end.err);
  auto const state = nights.state();
  BOOST_TEST(difference(state.index, nights.after(night).index) == "");
  BOOST_TEST(state.posts == nights.after(night).posts);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(full_disk)

BOOST_AUTO_TEST_CASE(a_run_on_a_full_disk_says_so_and_succeeds_when_there_is_room) {
  ScratchFolder const folder;
  SmallDisk const disk(folder.path());
  if (disk.error() != 0)
    return skip("cannot mount a file system: " + std::string(std::strerror(disk.error())));

  Blog const blog(folder.path(), 300);
  BOOST_REQUIRE_EQUAL(blog.index().status, 0);
  auto const before = answers_of(blog.store());
  blog.publish(Edition::second);

  for (auto const room : {0, 40'000, 400'000}) {
    BOOST_TEST_CONTEXT(room << " bytes of room") {
      disk.leave(static_cast<std::uintmax_t>(room));
      auto const end = blog.index();
      BOOST_TEST(fault_in_failure(end) == "");
      BOOST_TEST(end.err.find("hint: free some space") != std::string::npos);
      BOOST_TEST(difference(answers_of(blog.store()), before) == "");
      disk.make_room();
    }
  }

  BOOST_TEST(blog.index().status == 0);
  ScratchFolder const elsewhere;
  Blog const undisturbed(elsewhere.path(), 300);
  undisturbed.publish(Edition::second);
  BOOST_REQUIRE_EQUAL(undisturbed.index().status, 0);
  BOOST_TEST(difference(answers_of(blog.store()), answers_of(undisturbed.store())) == "");
}

BOOST_AUTO_TEST_CASE(a_nightly_job_on_a_full_disk_says_so_and_succeeds_when_there_is_room) {
  Nights nights;
  SmallDisk const disk(nights.disk());
  if (disk.error() != 0)
    return skip("cannot mount a file system: " + std::string(std::strerror(disk.error())));

  for (auto const night : kNights) {
    for (auto const room : {0, 40'000, 400'000}) {
      BOOST_TEST_CONTEXT(night << " with " << room << " bytes of room") {
        nights.begin(night);
        disk.leave(static_cast<std::uintmax_t>(room));
        auto const end = nights.run_job(night);
        BOOST_TEST(fault_in_failure(end) == "");
        BOOST_TEST(end.err.find("hint: free some space") != std::string::npos, end.err);
        auto const answers = answers_in(nights.store());
        BOOST_TEST(answers == nights.before(night).answers);
        disk.make_room();
        check_finished(nights, night);
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace pressmark
