// Sources that cannot be read: the run says why, and they leave not a byte in the store.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <map>
#include <sstream>

#include "blog.h"
#include "store_state.h"
#include "tests/support/printing.h"

namespace pressmark {
namespace {

namespace data = boost::unit_test::data;
namespace fs = std::filesystem;

struct RefusedSource {
  char const* name;
  void (*make)(fs::path const& path);
};

void write(fs::path const& path, std::string const& contents) {
  std::ofstream(path, std::ios::binary) << contents;
}

RefusedSource const kRefused[] = {
    {"a feed cut off in its first post",
     [](fs::path const& path) { write(path, sample_feed(3, Edition::second).substr(0, 600)); }},
    {"what is no XML",
     [](fs::path const& path) {
       write(path,
             "\x7f"
             "ELF" +
                 std::string(500, '\x02'));
     }},
    {"an empty file", [](fs::path const& path) { write(path, ""); }},
    {"a file that does not exist", [](fs::path const&) {}},
    {"a folder without a feed", [](fs::path const& path) { fs::create_directory(path); }},
};

// All files below a folder but the lock, with their contents.
std::map<std::string, std::string> files_in(fs::path const& folder) {
  std::map<std::string, std::string> files;
  for (auto const& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().filename() == "lock") continue;
    std::ostringstream contents;
    contents << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    files[entry.path().string()] = contents.str();
  }
  return files;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(refused_source)

BOOST_DATA_TEST_CASE(leaves_the_store_as_it_was, data::make(kRefused), source) {
  ScratchFolder const folder;
  Blog const blog(folder.path(), 3);
  BOOST_REQUIRE_EQUAL(blog.index().status, 0);
  auto const before = files_in(blog.store());
  auto const refused = folder.path() / "refused.xml";
  source.make(refused);

  auto const end = run(pressmark_command(blog.store(), {"index", refused.string()}));
  BOOST_TEST(fault_in_failure(end) == "");
  BOOST_TEST(end.err.find(refused.string()) != std::string::npos);
  BOOST_TEST((files_in(blog.store()) == before));
}

BOOST_DATA_TEST_CASE(does_not_keep_out_the_good_one_beside_it, data::make(kRefused), source) {
  ScratchFolder const folder;
  Blog const blog(folder.path(), 3);
  auto const refused = folder.path() / "refused.xml";
  source.make(refused);
  auto const end = run(pressmark_command(blog.store(), {"index", refused.string(), blog.feed().string()}));
  BOOST_TEST(fault_in_failure(end) == "");
  BOOST_TEST(end.err.find(refused.string()) != std::string::npos);
  BOOST_TEST(end.out.starts_with("3 posts: 3 added"));
}

BOOST_DATA_TEST_CASE(makes_no_store, data::make(kRefused), source) {
  ScratchFolder const folder;
  auto const refused = folder.path() / "refused.xml";
  source.make(refused);
  auto const end = run(pressmark_command(folder.path() / "store", {"index", refused.string()}));
  BOOST_TEST(fault_in_failure(end) == "");
  BOOST_TEST(!fs::exists(folder.path() / "store"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace pressmark
