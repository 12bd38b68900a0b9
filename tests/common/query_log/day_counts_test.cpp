// The table of a day, written and read.
#include "common/query_log/day_counts.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "query_log_fixture.h"

using namespace pressmark;

namespace {

DayCounts const kCounts{
    {{0x1f, SearchOutcome::found}, {4, 12, "GraphQL", ""}},
    {{0x1f, SearchOutcome::nothing}, {1, 0, "", ""}},
    {{0xfedcba9876543210, SearchOutcome::typo}, {3, 2, "rename flie", "rename file"}},
};

std::string const kNoCounts[] = {
    "",
    "\n",
    "# comment\n",
    "1f\tfound\t4\t12\tGraphQL\n",        // a column is missing
    "1f\tfound\t4\t12\tGraphQL\t",        // cut off
    "xyz\tfound\t4\t12\tGraphQL\t\n",     // no hash
    "1f\tlost\t4\t12\tGraphQL\t\n",       // no outcome
    "1f\tfound\tfour\t12\tGraphQL\t\n",   // no number
    "1f\tfound\t4\t-12\tGraphQL\t\n",     // no number of posts
    "1f\tfound\t4\t12\tGraph\tQL\t\t\n",  // too many columns
};

}  // namespace

BOOST_AUTO_TEST_SUITE(day_counts)

BOOST_AUTO_TEST_CASE(what_is_written_is_read_back) {
  auto const read = parse_day_counts(day_counts_text(day("2026-11-21"), kCounts));
  BOOST_REQUIRE(read.size() == kCounts.size());
  for (auto const& [place, count] : kCounts) {
    auto const& other = read.at(place);
    BOOST_TEST(other.readers == count.readers);
    BOOST_TEST(other.posts == count.posts);
    BOOST_TEST(other.query == count.query);
    BOOST_TEST(other.corrected == count.corrected);
  }
}

BOOST_AUTO_TEST_CASE(a_file_says_what_it_is) {
  BOOST_TEST(day_counts_text(day("2026-11-21"), kCounts) ==
             "# What readers searched on 2026-11-21 (UTC). Of a query that few have asked only a hash is "
             "kept.\n"
             "# hash\toutcome\treaders\tposts\tquery\tcorrected\n"
             "000000000000001f\tfound\t4\t12\tGraphQL\t\n"
             "000000000000001f\tnothing\t1\t0\t\t\n"
             "fedcba9876543210\ttypo\t3\t2\trename flie\trename file\n");
}

BOOST_DATA_TEST_CASE(lines_that_are_no_counts_are_passed_over, boost::unit_test::data::make(kNoCounts),
                     text) {
  BOOST_TEST(parse_day_counts(text).empty());
  BOOST_TEST(parse_day_counts("2\tfound\t1\t1\t\t\n" + text).size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
