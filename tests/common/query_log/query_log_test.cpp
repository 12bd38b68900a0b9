// From searches to files: days, repeats, trouble with files.
#include "common/query_log/query_log.h"

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "query_log_fixture.h"

using namespace pressmark;
using namespace std::chrono_literals;

namespace fs = std::filesystem;

namespace {

using Lines = std::vector<std::string>;

// Writes every query in words.
ConfiguredInsight const kRules{.enabled = true, .days = 90, .threshold = 1};
Day const kToday = day("2026-11-21");

// A log whose clocks go where they are told to.
struct TestLog {
  void note(std::string const& query, std::uint8_t number = 1) {
    queries->note(reader(number), search_for(query), now, tick);
  }
  void wait(std::chrono::seconds time) {
    now += time;
    tick += time;
  }
  // Long enough for every intent to be over.
  void write() {
    wait(1min);
    queries->write(now, tick);
  }
  Lines on(std::string const& text) const { return counted(scratch.queries(), day(text)); }

  ScratchQueries scratch;
  Timestamp now = kToday + 12h;
  QueryLog::Time tick{1h};
  std::string told;
  std::unique_ptr<QueryLog> queries = std::make_unique<QueryLog>(
      scratch.queries(), kRules, [this](std::string const& line) { told += line; });
};

}  // namespace

BOOST_AUTO_TEST_SUITE(query_log)

BOOST_AUTO_TEST_CASE(intents_are_counted_when_they_are_over) {
  TestLog log;
  for (auto const* typed : {"g", "gra", "graphql"}) log.note(typed);
  log.queries->write(log.now, log.tick);
  BOOST_TEST(log.on("2026-11-21").empty());
  log.write();
  BOOST_TEST(log.on("2026-11-21") == Lines{"1 found graphql"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_readers_repeats_count_once_a_day) {
  TestLog log;
  for (int i = 0; i < 3; ++i) {
    log.note("graphql", 1);
    log.wait(1min);
  }
  log.note("GraphQL", 2);
  log.write();
  BOOST_TEST(log.on("2026-11-21") == Lines{"2 found GraphQL"}, boost::test_tools::per_element());
  log.wait(24h);
  log.note("graphql", 1);
  log.write();
  BOOST_TEST(log.on("2026-11-22") == Lines{"1 found graphql"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_search_belongs_to_the_day_it_was_made) {
  TestLog log;
  log.now = kToday + 24h - 1s;
  log.note("late");
  log.wait(2s);
  log.note("latest");  // would go on with it, had the day not ended
  log.note("early", 2);
  log.write();
  BOOST_TEST(log.on("2026-11-21") == Lines{"1 found late"}, boost::test_tools::per_element());
  BOOST_TEST(log.on("2026-11-22") == (Lines{"1 found early", "1 found latest"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_answer_that_took_past_midnight_belongs_to_the_new_day) {
  TestLog log;
  log.now = kToday;
  log.note("graphql");
  log.now -= 1s;
  log.note("sqlite");
  log.write();
  BOOST_TEST(log.on("2026-11-21") == (Lines{"1 found graphql", "1 found sqlite"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_clock_that_was_set_right_is_believed) {
  TestLog log;
  log.now += 1'000 * 24h;
  log.note("graphql");
  log.now -= 1'000 * 24h;
  log.note("sqlite");
  log.write();
  BOOST_TEST(log.on("2026-11-21") == Lines{"1 found sqlite"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_end_writes_what_was_noted) {
  TestLog log;
  log.note("graphql");
  log.queries.reset();
  BOOST_TEST(log.on("2026-11-21") == Lines{"1 found graphql"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_nobody_searched_leaves_no_folder) {
  TestLog log;
  log.write();
  log.queries.reset();
  BOOST_TEST(!fs::exists(log.scratch.queries()));
}

BOOST_AUTO_TEST_CASE(old_days_are_removed_as_time_goes_by) {
  TestLog log;
  log.note("graphql");
  log.write();
  log.wait(89 * 24h);
  log.write();
  BOOST_TEST(fs::exists(log.scratch.queries() / "2026-11-21.tsv"));
  log.wait(24h);
  log.write();
  BOOST_TEST(!fs::exists(log.scratch.queries() / "2026-11-21.tsv"));
}

BOOST_AUTO_TEST_CASE(a_folder_that_cannot_be_written_is_told_once_and_loses_nothing) {
  TestLog log;
  std::ofstream(log.scratch.queries()) << "a file where the folder should be";
  log.note("graphql");
  log.write();
  auto const told = log.told;
  BOOST_TEST(told.starts_with("warning: the log of queries cannot be written: "));
  log.note("sqlite");
  log.write();
  BOOST_TEST(log.told == told);
  BOOST_TEST(log.queries->failures() >= 2U);
  fs::remove(log.scratch.queries());
  log.write();
  BOOST_TEST(log.on("2026-11-21") == (Lines{"1 found graphql", "1 found sqlite"}),
             boost::test_tools::per_element());
  BOOST_TEST(log.told == told + "the log of queries is written again\n");
}

BOOST_AUTO_TEST_CASE(other_rules_hold_for_what_is_noted_from_then_on) {
  TestLog log;
  log.note("graphql");
  log.queries->replace_rules(log.scratch.queries(), {.enabled = true, .days = 90, .threshold = 2});
  log.note("sqlite");
  log.write();
  BOOST_TEST(log.on("2026-11-21") == (Lines{"1 found ?", "1 found graphql"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
