// The files of directories, however they are linked.
#include "indexer/source/directory.h"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "source_fixture.h"
#include "tests/support/printing.h"

using namespace pressmark;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> listed(fs::path const& directory, InputLimits const& limits = {}) {
  auto files = list_directory(directory, limits);
  for (auto& file : files) file = file.substr(directory.string().size() + 1);
  return files;
}

using Names = std::vector<std::string>;

}  // namespace

BOOST_FIXTURE_TEST_SUITE(directory, Folder)

BOOST_AUTO_TEST_CASE(lists_files_at_any_depth_sorted_and_leaves_hidden_ones_out) {
  write("b.html", "");
  write("a/z.md", "");
  write("a/b/c.md", "");
  write(".git/config", "");
  write("a/.draft.md", "");
  BOOST_TEST(listed(path) == (Names{"a/b/c.md", "a/z.md", "b.html", "feed.xml"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(lists_a_hidden_directory_that_was_asked_for) {
  write(".site/a.html", "");
  BOOST_TEST(listed(path / ".site") == (Names{"a.html"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(follows_links_but_enters_no_directory_twice) {
  write("posts/one.md", "");
  fs::create_directory_symlink(path, path / "posts" / "circle");
  fs::create_directory_symlink(path / "posts", path / "zero");
  fs::create_symlink(path / "feed.xml", path / "link.xml");
  fs::create_symlink(path / "none", path / "broken.xml");
  BOOST_TEST(listed(path) == (Names{"feed.xml", "link.xml", "posts/one.md"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(refuses_more_files_and_deeper_directories_than_the_limits_say) {
  write("a/b/c/d.md", "");
  InputLimits limits;
  limits.directory_files = 1;
  BOOST_CHECK_EXCEPTION((void)list_directory(path, limits), Error, has_code(ErrorCode::bad_source));
  limits.directory_files = 2;
  limits.directory_depth = 4;
  BOOST_TEST(list_directory(path, limits).size() == 2u);
  limits.directory_depth = 3;
  BOOST_CHECK_EXCEPTION((void)list_directory(path, limits), Error, has_code(ErrorCode::bad_source));
}

BOOST_AUTO_TEST_CASE(says_what_is_no_directory) {
  BOOST_CHECK_EXCEPTION((void)list_directory(path / "none", {}), Error, has_code(ErrorCode::source_missing));
  BOOST_CHECK_EXCEPTION((void)list_directory(feed, {}), Error, has_code(ErrorCode::source_missing));
}

BOOST_AUTO_TEST_SUITE_END()
