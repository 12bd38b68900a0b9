// Stores that are gone, or that another version of the program wrote.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <memory>
#include <signal.h>
#include <sqlite3.h>
#include <xapian.h>

#include "blog.h"
#include "common/index/schema.h"
#include "common/index/store_layout.h"
#include "scenario.h"
#include "store_state.h"

namespace pressmark {
namespace {

namespace fs = std::filesystem;

// Every command that reads a store.
std::vector<std::vector<std::string>> const kReaders{
    {"search", "post"}, {"suggest", "p"}, {"stats"}, {"check"}, {"export"}};

void set_archive_version(fs::path const& store, int version) {
  sqlite3* opened = nullptr;
  BOOST_REQUIRE(sqlite3_open(StoreLayout{store}.archive().c_str(), &opened) == SQLITE_OK);
  std::unique_ptr<sqlite3, int (*)(sqlite3*)> const database(opened, sqlite3_close);
  auto const command = "PRAGMA user_version = " + std::to_string(version);
  BOOST_REQUIRE(sqlite3_exec(opened, command.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
}

void set_index_format(fs::path const& store, std::string const& format) {
  StoreLayout const layout{store};
  Xapian::WritableDatabase database(layout.generation(current_generation(layout).value()).string());
  database.set_metadata(std::string(metadata::kFormat), format);
  database.commit();
}

std::string const kLaterFormat = std::to_string(kSchemaVersion + 1) + ".1.1.1";
std::string const kEarlierFormat = "1.0.0.0";  // of the same schema, by an older analyzer

}  // namespace

BOOST_AUTO_TEST_SUITE(strange_store)

BOOST_DATA_TEST_CASE(a_store_that_vanished_is_an_error_with_a_hint, boost::unit_test::data::xrange(5),
                     reader) {
  ScratchFolder const folder;
  Blog const blog(folder.path(), 3);
  BOOST_REQUIRE(blog.index().status == 0);
  fs::remove_all(blog.store());
  auto const end = run(pressmark_command(blog.store(), kReaders.at(static_cast<std::size_t>(reader))));
  BOOST_TEST(fault_in_failure(end) == "");
  BOOST_TEST(end.err.find(blog.store().string()) != std::string::npos);
  BOOST_TEST(!fs::exists(blog.store()));
}

BOOST_DATA_TEST_CASE(a_store_that_vanishes_during_a_run_fails_the_run_and_not_the_next,
                     boost::unit_test::data::make({2, 12, 30, 60, 100}), call) {
  ScratchFolder const folder;
  Blog const blog(folder.path(), 3);
  BOOST_REQUIRE(blog.index().status == 0);
  auto const whole = state_of(blog.store());
  fs::remove_all(blog.store());
  Process running(blog.index_command(),
                  fault_environment(blog.store(), {"stop", static_cast<std::size_t>(call)}));
  if (running.wait_until_stopped()) {
    fs::remove_all(blog.store());
    running.send(SIGCONT);
  }
  auto const end = running.wait();
  BOOST_TEST(end.signal == 0);
  if (end.status != 0) BOOST_TEST(fault_in_failure(end) == "");
  BOOST_TEST(blog.index().status == 0);
  BOOST_TEST(difference(state_of(blog.store()), whole) == "");
}

BOOST_AUTO_TEST_CASE(an_archive_of_a_later_version_is_refused_and_left_alone) {
  ScratchFolder const folder;
  Blog const blog(folder.path(), 3);
  BOOST_REQUIRE(blog.index().status == 0);
  auto const before = answers_of(blog.store());
  set_archive_version(blog.store(), 1000);
  blog.publish(Edition::second);
  auto const end = blog.index();
  BOOST_TEST(fault_in_failure(end) == "");
  BOOST_TEST(end.err.find("later version") != std::string::npos);
  BOOST_TEST(answers_of(blog.store()) == before);  // the index is of this version
}

BOOST_AUTO_TEST_CASE(an_index_of_a_later_version_is_refused_until_one_is_built_from_the_archive) {
  ScratchFolder const folder;
  Blog const blog(folder.path(), 3);
  BOOST_REQUIRE(blog.index().status == 0);
  auto const whole = state_of(blog.store());
  set_index_format(blog.store(), kLaterFormat);
  auto const end = run(pressmark_command(blog.store(), {"search", "post"}));
  BOOST_TEST(fault_in_failure(end) == "");
  BOOST_TEST(end.err.find("later version") != std::string::npos);
  BOOST_TEST(blog.index().status == 0);
  BOOST_TEST(difference(state_of(blog.store()), whole) == "");
}

BOOST_AUTO_TEST_CASE(an_index_of_an_earlier_analyzer_is_searched_until_a_new_one_is_built) {
  ScratchFolder const folder;
  Blog const blog(folder.path(), 3);
  BOOST_REQUIRE(blog.index().status == 0);
  auto const whole = state_of(blog.store());
  set_index_format(blog.store(), kEarlierFormat);
  BOOST_TEST(answers_of(blog.store()) == whole.answers);
  auto const end = blog.index();
  BOOST_TEST(end.status == 0);
  BOOST_TEST(end.out.find("index rebuilt") != std::string::npos);
  BOOST_TEST(difference(state_of(blog.store()), whole) == "");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace pressmark
