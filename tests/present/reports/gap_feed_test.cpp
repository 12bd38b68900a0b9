// The feed of content gaps, read back as any feed.
#include "present/reports/gap_feed.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "common/date/parse_date.h"
#include "common/strings/ascii.h"
#include "sample_insight.h"

using namespace pressmark;

namespace {

Timestamp const kNow = parse_date("2026-11-22T08:00:00Z").value();
GapFeedSite const kSite{"Notes & more", "https://notes.example/find"};

std::vector<std::string> texts(std::string const& feed, std::string const& element) {
  std::vector<std::string> found;
  for (auto at = feed.find('<' + element + '>'); at != std::string::npos;
       at = feed.find('<' + element + '>', at)) {
    at += element.size() + 2;
    found.push_back(feed.substr(at, feed.find("</" + element + '>', at) - at));
  }
  return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(gap_feed)

BOOST_AUTO_TEST_CASE(has_an_entry_for_each_query_that_posts_do_not_answer) {
  auto const feed = pressmark::gap_feed(sample_insight(), kSite, kNow);
  BOOST_TEST(texts(feed, "title") == (std::vector<std::string>{"Content gaps: Notes &amp; more", "zfs",
                                                               "kubernetes &amp; &lt;operator&gt;"}),
             boost::test_tools::per_element());
  BOOST_TEST(
      texts(feed, "content") == (std::vector<std::string>{"10 readers searched this and found nothing.",
                                                          "9 readers searched this and found nothing."}),
      boost::test_tools::per_element());
  BOOST_TEST(texts(feed, "updated") == (std::vector<std::string>(3, "2026-11-21T00:00:00Z")),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_entry_is_known_by_its_query_alone) {
  auto const before = texts(pressmark::gap_feed(sample_insight(), kSite, kNow), "id");
  auto later = sample_insight();
  later.without_results[0].readers = 100;
  later.without_results[0].last += std::chrono::days{5};
  auto after = texts(pressmark::gap_feed(later, kSite, kNow), "id");
  BOOST_TEST(before.size() == 3U);
  BOOST_TEST(std::ranges::is_permutation(before, after));
  for (auto const& id : before) {
    BOOST_TEST(id.size() == std::string("urn:uuid:00000000-0000-8000-8000-000000000000").size());
    BOOST_TEST(id.starts_with("urn:uuid:"));
    BOOST_TEST(id[23] == '8');
    BOOST_TEST(std::string("89ab").find(id[28]) != std::string::npos);  // the variant, RFC 9562 §4.1
  }
}

BOOST_AUTO_TEST_CASE(leads_to_the_search_where_its_address_is_known) {
  auto const linked = pressmark::gap_feed(sample_insight(), kSite, kNow);
  BOOST_TEST(linked.find("href=\"https://notes.example/find/search?q=zfs\"") != std::string::npos);
  auto const plain = pressmark::gap_feed(sample_insight(), {"Notes", ""}, kNow);
  BOOST_TEST(plain.find("href") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(without_gaps_it_is_a_feed_without_entries) {
  auto const feed = pressmark::gap_feed({}, kSite, kNow);
  BOOST_TEST(texts(feed, "entry").empty());
  BOOST_TEST(texts(feed, "updated") == std::vector<std::string>{"2026-11-22T08:00:00Z"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
