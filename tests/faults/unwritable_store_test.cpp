// Stores that cannot be written: each is refused with the reason, and can still be read where it is one.
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <unistd.h>

#include "blog.h"
#include "skip.h"
#include "store_state.h"

namespace pressmark {
namespace {

namespace fs = std::filesystem;

// What runs a program so that permissions count, even for root.
std::vector<std::string> without_privileges() {
  if (::geteuid() != 0) return {};
  return {"setpriv", "--bounding-set=-dac_override,-dac_read_search", "--"};
}

bool can_drop_privileges() {
  auto command = without_privileges();
  command.emplace_back("true");
  return run(command).status == 0;
}

// Takes the right to write from everything at and below a path, and gives it back.
class ReadOnly {
 public:
  explicit ReadOnly(fs::path path) : path_(std::move(path)) { change(fs::perm_options::remove); }
  ~ReadOnly() { change(fs::perm_options::add); }
  ReadOnly(ReadOnly const&) = delete;
  ReadOnly& operator=(ReadOnly const&) = delete;

 private:
  void change(fs::perm_options how) const {
    fs::permissions(path_, fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write, how);
    for (auto const& entry : fs::recursive_directory_iterator(path_)) {
      fs::permissions(entry, fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write, how);
    }
  }

  fs::path path_;
};

ProcessEnd run_without_privileges(std::vector<std::string> const& command) {
  auto whole = without_privileges();
  whole.insert(whole.end(), command.begin(), command.end());
  return run(whole);
}

ProcessEnd index_into(fs::path const& store, Blog const& blog) {
  return run_without_privileges(pressmark_command(store, {"index", blog.feed().string()}));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(unwritable_store)

BOOST_AUTO_TEST_CASE(a_file_is_no_store) {
  ScratchFolder const folder;
  Blog const blog(folder.path(), 3);
  auto const file = folder.path() / "file";
  std::ofstream(file) << "letters";
  for (auto const& store : {file, file / "store"}) {
    auto const end = index_into(store, blog);
    BOOST_TEST(fault_in_failure(end) == "");
    BOOST_TEST(end.err.find(file.string()) != std::string::npos);
  }
  BOOST_TEST(fs::file_size(file) == 7U);
}

BOOST_AUTO_TEST_CASE(folders_above_the_store_are_made) {
  ScratchFolder const folder;
  Blog const blog(folder.path(), 3);
  auto const store = folder.path() / "a" / "b" / "store";
  BOOST_TEST(index_into(store, blog).status == 0);
  BOOST_TEST(answer_of(store, "").find("\"estimatedTotalHits\": 3") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_folder_without_permission_is_named) {
  if (!can_drop_privileges()) return skip("permissions do not count here");
  ScratchFolder const folder;
  Blog const blog(folder.path(), 3);
  auto const closed = folder.path() / "closed";
  fs::create_directory(closed);
  ReadOnly const guard(closed);
  for (auto const& store : {closed, closed / "store"}) {
    auto const end = index_into(store, blog);
    BOOST_TEST(fault_in_failure(end) == "");
    BOOST_TEST(end.err.find(store.string()) != std::string::npos);
    BOOST_TEST(end.err.find("Permission denied") != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(a_read_only_store_is_read_but_not_written) {
  if (!can_drop_privileges()) return skip("permissions do not count here");
  ScratchFolder const folder;
  Blog const blog(folder.path(), 3);
  BOOST_REQUIRE_EQUAL(blog.index().status, 0);
  ReadOnly const guard(blog.store());

  BOOST_TEST(fault_in_failure(run_without_privileges(blog.index_command())) == "");
  for (auto const& arguments :
       {std::vector<std::string>{"search", "--format", "urls", "--", ""}, {"stats"}, {"export"}}) {
    auto const end = run_without_privileges(pressmark_command(blog.store(), arguments));
    BOOST_TEST(end.status == 0, arguments.front() << ": " << end.err);
    BOOST_TEST(end.out != "");
  }
}

BOOST_AUTO_TEST_CASE(a_check_without_the_right_to_write_says_what_it_left_out) {
  if (!can_drop_privileges()) return skip("permissions do not count here");
  ScratchFolder const folder;
  Blog const blog(folder.path(), 3);
  BOOST_REQUIRE_EQUAL(blog.index().status, 0);
  ReadOnly const guard(blog.store());

  auto const end = run_without_privileges(pressmark_command(blog.store(), {"check"}));
  BOOST_TEST(end.status == 1);
  BOOST_TEST(end.out.find("warning: the structure of the index was not verified") != std::string::npos);
  BOOST_TEST(end.out.find("error:") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(searches_that_were_counted_are_for_the_owner) {
  if (!can_drop_privileges()) return skip("permissions do not count here");
  ScratchFolder const folder;
  Blog const blog(folder.path(), 3);
  BOOST_REQUIRE_EQUAL(blog.index().status, 0);
  auto const queries = blog.store() / "queries";
  fs::create_directory(queries);
  fs::permissions(queries, fs::perms::none);

  auto const end = run_without_privileges(pressmark_command(blog.store(), {"insight"}));
  fs::permissions(queries, fs::perms::owner_all);
  BOOST_TEST(fault_in_failure(end) == "");
  BOOST_TEST(end.err.find("for the owner of the store only") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace pressmark
