// Reading sources by name.
#include "indexer/source/source.h"

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

#include "common/base/error.h"

using namespace pressmark;
namespace fs = std::filesystem;

namespace {

// A folder with a feed in it.
struct Folder {
  Folder() {
    auto pattern = (fs::temp_directory_path() / "pressmark-source-XXXXXX").string();
    path = ::mkdtemp(pattern.data());
    feed = (path / "feed.xml").string();
    std::ofstream(feed) << "<rss/>";
  }
  ~Folder() { fs::remove_all(path); }
  fs::path path;
  std::string feed;
};

// Makes a file the standard input while it lives.
class StandardInput {
 public:
  explicit StandardInput(std::string const& file) : before_(::dup(STDIN_FILENO)) {
    int const descriptor = ::open(file.c_str(), O_RDONLY);
    ::dup2(descriptor, STDIN_FILENO);
    ::close(descriptor);
  }
  ~StandardInput() {
    ::dup2(before_, STDIN_FILENO);
    ::close(before_);
  }
  StandardInput(StandardInput const&) = delete;
  StandardInput& operator=(StandardInput const&) = delete;

 private:
  int before_;
};

auto has_code(ErrorCode code) {
  return [code](Error const& error) { return error.code() == code; };
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(source, Folder)

BOOST_AUTO_TEST_CASE(reads_a_file_and_keeps_its_name) {
  auto const read = read_source(feed, {});
  BOOST_TEST(read.name == feed);
  BOOST_TEST(read.bytes == "<rss/>");
}

BOOST_AUTO_TEST_CASE(reads_standard_input_for_a_dash) {
  StandardInput const input(feed);
  auto const read = read_source("-", {});
  BOOST_TEST(read.name == "standard input");
  BOOST_TEST(read.bytes == "<rss/>");
}

BOOST_AUTO_TEST_CASE(refuses_what_is_larger_than_the_limit) {
  InputLimits limits;
  limits.feed_bytes = 5;
  BOOST_CHECK_EXCEPTION((void)read_source(feed, limits), Error, has_code(ErrorCode::bad_source));
  StandardInput const input(feed);
  BOOST_CHECK_EXCEPTION((void)read_source("-", limits), Error, has_code(ErrorCode::bad_source));
}

BOOST_AUTO_TEST_CASE(says_what_is_no_file) {
  for (auto const& name : {path.string(), (path / "none.xml").string(), std::string()}) {
    BOOST_CHECK_EXCEPTION((void)read_source(name, {}), Error, has_code(ErrorCode::source_missing));
  }
}

BOOST_AUTO_TEST_CASE(explains_that_addresses_are_not_fetched) {
  BOOST_CHECK_EXCEPTION((void)read_source("https://example.org/rss.xml", {}), Error, [](Error const& error) {
    return error.code() == ErrorCode::source_missing && !error.hint().empty();
  });
}

BOOST_AUTO_TEST_SUITE_END()
