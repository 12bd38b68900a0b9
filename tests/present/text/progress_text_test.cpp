// The line of text that progress is.
#include "present/text/progress_text.h"

#include <boost/test/unit_test.hpp>

using namespace pressmark;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(progress_text)

BOOST_AUTO_TEST_CASE(counts_come_before_a_rate_is_known) {
  BOOST_TEST(pressmark::progress_text({"indexing", 12, 7243}, 100ms) == "indexing: 12 of 7,243 posts");
  BOOST_TEST(pressmark::progress_text({"reading", 1'234'567, 0}, 0ms) == "reading: 1,234,567 posts");
}

BOOST_AUTO_TEST_CASE(the_rate_and_the_time_left_follow_from_what_is_done) {
  BOOST_TEST(pressmark::progress_text({"indexing", 1200, 7200}, 2s) ==
             "indexing: 1,200 of 7,200 posts, 600 a second, 10 s left");
  BOOST_TEST(pressmark::progress_text({"indexing", 100, 10'000}, 1s) ==
             "indexing: 100 of 10,000 posts, 100 a second, 1 min 39 s left");
}

BOOST_AUTO_TEST_CASE(no_time_is_left_when_all_is_done_or_the_end_is_unknown) {
  BOOST_TEST(pressmark::progress_text({"indexing", 100, 100}, 1s) ==
             "indexing: 100 of 100 posts, 100 a second");
  BOOST_TEST(pressmark::progress_text({"reading", 100, 0}, 1s) == "reading: 100 posts, 100 a second");
}

BOOST_AUTO_TEST_CASE(what_is_fetched_is_counted_in_documents_and_bytes) {
  BOOST_TEST(pressmark::progress_text({"fetching", 12, 0, "documents", 3'400'000}, 6s) ==
             "fetching: 12 documents, 3.4 MB, 2 a second");
}

BOOST_AUTO_TEST_SUITE_END()
