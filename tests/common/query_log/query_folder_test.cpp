// Files of days: what stands in them, who else writes, and how long they stay.
#include "common/query_log/query_folder.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <sys/file.h>
#include <sys/stat.h>
#include <thread>

#include "common/base/error.h"
#include "common/base/file_descriptor.h"
#include "query_log_fixture.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace fs = std::filesystem;

namespace {

using Lines = std::vector<std::string>;

ConfiguredInsight const kRules{.enabled = true, .days = 90, .threshold = 3};
Day const kToday = day("2026-11-21");

void count(QueryFolder& folder, Day on, std::vector<SharedSearch> const& searches,
           ConfiguredInsight const& rules = kRules) {
  folder.add(on, searches, rules);
}

std::string contents(fs::path const& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

mode_t permissions(fs::path const& path) {
  struct stat status{};
  BOOST_REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_mode & 0777U;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(query_folder)

BOOST_AUTO_TEST_CASE(a_query_is_a_hash_until_enough_readers_have_asked_it) {
  ScratchQueries const scratch;
  QueryFolder folder(scratch.queries());
  auto const secret = search_for("my password is secret", 0);
  count(folder, kToday, {secret, search_for("graphql")});
  count(folder, kToday, {secret, search_for("graphql")});
  BOOST_TEST(counted(scratch.queries(), kToday) == (Lines{"2 found ?", "2 nothing ?"}),
             boost::test_tools::per_element());
  BOOST_TEST(contents(scratch.queries() / "2026-11-21.tsv").find("password") == std::string::npos);
  count(folder, kToday, {search_for("GraphQL")});
  BOOST_TEST(counted(scratch.queries(), kToday) == (Lines{"2 nothing ?", "3 found GraphQL"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(readers_of_the_days_before_and_of_every_outcome_count_towards_the_threshold) {
  ScratchQueries const scratch;
  count(*std::make_unique<QueryFolder>(scratch.queries()), day("2026-11-19"), {search_for("graphql", 0)});
  QueryFolder folder(scratch.queries());
  count(folder, day("2026-11-20"), {search_for("graphql")});
  count(folder, kToday, {search_for("graphql")});
  BOOST_TEST(counted(scratch.queries(), day("2026-11-20")) == Lines{"1 found ?"},
             boost::test_tools::per_element());
  BOOST_TEST(counted(scratch.queries(), kToday) == Lines{"1 found graphql"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(readers_of_days_that_are_over_count_no_more) {
  ScratchQueries const scratch;
  QueryFolder folder(scratch.queries());
  ConfiguredInsight const rules{.enabled = true, .days = 2, .threshold = 2};
  count(folder, day("2026-11-19"), {search_for("graphql")}, rules);
  count(folder, kToday, {search_for("graphql")}, rules);
  BOOST_TEST(counted(scratch.queries(), kToday) == Lines{"1 found ?"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_correction_is_written_with_the_query_and_not_before) {
  ScratchQueries const scratch;
  QueryFolder folder(scratch.queries());
  auto const search = corrected_search("rename flie", "rename file");
  auto const file = scratch.queries() / "2026-11-21.tsv";
  count(folder, kToday, {search, search});
  BOOST_TEST(contents(file).find("rename") == std::string::npos);
  count(folder, kToday, {search});
  BOOST_TEST(contents(file).find("\trename flie\trename file\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_order_of_searches_leaves_no_trace) {
  ScratchQueries const scratch;
  QueryFolder(scratch.queries()).add(kToday, std::vector{search_for("one"), search_for("two")}, kRules);
  auto const forwards = contents(scratch.queries() / "2026-11-21.tsv");
  fs::remove(scratch.queries() / "2026-11-21.tsv");
  QueryFolder folder(scratch.queries());
  count(folder, kToday, {search_for("two")});
  count(folder, kToday, {search_for("one")});
  BOOST_TEST(contents(scratch.queries() / "2026-11-21.tsv") == forwards);
}

BOOST_AUTO_TEST_CASE(hashes_of_two_stores_have_nothing_in_common) {
  ScratchQueries const one;
  ScratchQueries const other;
  for (auto const* scratch : {&one, &other}) {
    QueryFolder folder(scratch->queries());
    count(folder, kToday, {search_for("graphql")});
  }
  auto const here = read_query_day(one.queries(), kToday);
  auto const there = read_query_day(other.queries(), kToday);
  BOOST_TEST(here.begin()->first.first != there.begin()->first.first);
}

BOOST_AUTO_TEST_CASE(only_the_owner_can_read_it) {
  ScratchQueries const scratch;
  QueryFolder folder(scratch.queries());
  count(folder, kToday, {search_for("graphql")});
  BOOST_TEST(permissions(scratch.queries()) == 0700U);
  for (auto const* name : {"2026-11-21.tsv", "key", "lock"}) {
    BOOST_TEST(permissions(scratch.queries() / name) == 0600U);
  }
}

BOOST_AUTO_TEST_CASE(two_writers_lose_nothing) {
  ScratchQueries const scratch;
  constexpr int kTimes = 20;
  auto const write = [&] {
    QueryFolder folder(scratch.queries());
    for (int i = 0; i < kTimes; ++i) count(folder, kToday, {search_for("graphql")});
  };
  {
    std::jthread const one(write);
    std::jthread const other(write);
  }
  BOOST_TEST(counted(scratch.queries(), kToday) == Lines{std::to_string(2 * kTimes) + " found graphql"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_writer_that_does_not_end_is_not_waited_for) {
  ScratchQueries const scratch;
  QueryFolder folder(scratch.queries());
  count(folder, kToday, {search_for("graphql")});
  auto const held = open_file(scratch.queries() / "lock", O_RDWR);
  BOOST_REQUIRE(::flock(held.value(), LOCK_EX) == 0);
  BOOST_CHECK_EXCEPTION(count(folder, kToday, {search_for("graphql")}), Error,
                        [](Error const& error) { return error.code() == ErrorCode::store_locked; });
  BOOST_TEST(counted(scratch.queries(), kToday) == Lines{"1 found ?"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_cannot_be_written_leaves_the_day_as_it_was) {
  ScratchQueries const scratch;
  QueryFolder folder(scratch.queries());
  count(folder, kToday, {search_for("graphql")});
  fs::create_directory(scratch.queries() / "2026-11-21.tsv.tmp");  // in the way of the new file
  BOOST_CHECK_THROW(count(folder, kToday, {search_for("graphql")}), Error);
  BOOST_TEST(counted(scratch.queries(), kToday) == Lines{"1 found ?"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_day_keeps_so_many_queries_and_counts_these_on) {
  ScratchQueries const scratch;
  QueryFolder folder(scratch.queries());
  std::vector<SharedSearch> searches;
  searches.reserve(QueryFolder::kMaxDayCounts);
  for (std::size_t i = 0; i < QueryFolder::kMaxDayCounts; ++i) {
    searches.push_back(search_for("query " + std::to_string(i)));
  }
  count(folder, kToday, searches);
  count(folder, kToday, {search_for("graphql"), search_for("query 7")});
  auto const counts = read_query_day(scratch.queries(), kToday);
  BOOST_TEST(counts.size() == QueryFolder::kMaxDayCounts);
  BOOST_TEST(std::ranges::count(counts, 2U, [](auto const& count) { return count.second.readers; }) == 1);
}

BOOST_AUTO_TEST_CASE(files_go_when_they_are_too_old_and_others_stay) {
  ScratchQueries const scratch;
  QueryFolder folder(scratch.queries());
  folder.remove_expired(kToday, 90);  // before there is anything
  for (auto const* on : {"2026-08-23", "2026-08-24", "2026-11-21"}) {
    count(folder, day(on), {search_for("graphql")});
  }
  std::ofstream(scratch.queries() / "2026-08-01.tsv.tmp") << "left by a kill";
  std::ofstream(scratch.queries() / "2026-08-01.txt") << "somebody's notes";
  folder.remove_expired(kToday, 90);
  BOOST_TEST(find_query_days(scratch.queries()) == (std::vector{day("2026-08-24"), kToday}),
             boost::test_tools::per_element());
  BOOST_TEST(!fs::exists(scratch.queries() / "2026-08-01.tsv.tmp"));
  BOOST_TEST(fs::exists(scratch.queries() / "2026-08-01.txt"));
  BOOST_TEST(fs::exists(scratch.queries() / "key"));
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_not_there_has_no_days) {
  ScratchQueries const scratch;
  BOOST_TEST(find_query_days(scratch.queries()).empty());
  BOOST_TEST(read_query_day(scratch.queries(), kToday).empty());
}

BOOST_AUTO_TEST_SUITE_END()
