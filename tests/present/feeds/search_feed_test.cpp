// What every format of a feed says.
#include "present/feeds/search_feed.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <regex>

#include "common/date/parse_date.h"
#include "sample_feed.h"

using namespace pressmark;

namespace {

SearchFeed feed_of(SearchAddress const& address) {
  return sample_feed(kAtomFeed, sample_results(), address);
}

struct Window {
  std::size_t offset;
  std::size_t limit;
  std::size_t total;
  char const* next;
};
std::ostream& operator<<(std::ostream& out, Window const& one) {
  return out << one.offset << '+' << one.limit << " of " << one.total;
}
Window const kWindows[] = {
    {0, 20, 20, ""},
    {0, 20, 21, "https://search.example/find/search.atom?page=2"},
    {0, 5, 21, "https://search.example/find/search.atom?limit=5&page=2"},
    {7, 5, 21, "https://search.example/find/search.atom?limit=5&offset=12"},
    {20, 5, 21, ""},
    {980, 20, 5'000, ""},
    {960, 20, 5'000, "https://search.example/find/search.atom?page=50"},
    {0, 0, 21, ""},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(search_feed)

BOOST_AUTO_TEST_CASE(entries_keep_their_ids_whatever_is_asked) {
  std::regex const uuid("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  auto const feed = sample_feed(kAtomFeed);
  auto other = sample_address();
  other.query = "another";
  auto const same_posts = sample_feed(kJsonFeed, sample_results(), other);
  BOOST_TEST(feed.entries[0].id == "urn:uuid:01234567-89ab-8def-8123-456789abcdef");
  for (std::size_t i = 0; i < feed.entries.size(); ++i) {
    BOOST_TEST(std::regex_match(feed.entries[i].id, uuid));
    BOOST_TEST(feed.entries[i].id == same_posts.entries[i].id);
  }
  BOOST_TEST(feed.entries[0].id != feed.entries[1].id);
  BOOST_TEST(std::regex_match(feed.id, uuid));
}

BOOST_AUTO_TEST_CASE(a_search_has_one_id_however_it_is_cut) {
  auto address = sample_address();
  auto const id = feed_of(address).id;
  address.offset = 4;
  address.limit = 50;
  address.sort = SortOrder::oldest;
  BOOST_TEST(feed_of(address).id == id);
  address.categories = {"Storage"};
  BOOST_TEST(feed_of(address).id != id);
  BOOST_TEST(
      make_search_feed({}, sample_address(), kAtomFeed, {"Notes", "", "https://b.example"}, 1'000).id != id);
}

BOOST_AUTO_TEST_CASE(addresses_carry_the_query) {
  auto const feed = sample_feed(kJsonFeed);
  auto const query = "?q=gr%C3%B6%C3%9Fe+ledger";
  BOOST_TEST(feed.self_url == "https://search.example/find/search.json" + std::string(query) + "&limit=2");
  BOOST_TEST(feed.page_url == "https://search.example/find/search" + std::string(query) + "&sort=newest");
  BOOST_TEST(feed.description_url == "https://search.example/find/opensearch.xml");
}

BOOST_AUTO_TEST_CASE(addresses_are_paths_where_nobody_knows_the_host) {
  auto const feed =
      make_search_feed(sample_results(), sample_address(), kAtomFeed, {"Notes", "/find", ""}, 10);
  BOOST_TEST(feed.self_url == "/find/search.atom?q=gr%C3%B6%C3%9Fe+ledger&limit=2");
  BOOST_TEST(feed.entries[0].url == "https://example.org/2026/ledger#growth");
}

BOOST_AUTO_TEST_CASE(the_title_names_words_and_filters) {
  auto address = sample_address();
  address.authors = {"Ada"};
  address.from = "2025";
  BOOST_TEST(feed_of(address).title == "größe ledger, Ada, 2025 – … – Notes & more");
  BOOST_TEST(feed_of(subscription({})).title == "Notes & more");
}

BOOST_DATA_TEST_CASE(older_posts_are_a_page_away_within_the_window, boost::unit_test::data::make(kWindows),
                     one) {
  SearchResults results;
  results.total = one.total;
  auto address = subscription({});
  address.offset = one.offset;
  address.limit = one.limit;
  BOOST_TEST(sample_feed(kAtomFeed, results, address).next_url == one.next);
}

BOOST_AUTO_TEST_CASE(the_feed_is_as_new_as_its_newest_entry) {
  auto results = sample_results();
  BOOST_TEST(format_rfc3339(sample_feed(kAtomFeed, results).updated) == "2026-04-03T05:28:30Z");
  results.hits[1].published = parse_date("2020-01-01").value();
  results.hits[1].updated = parse_date("2026-05-01T10:00:00Z").value();
  auto const feed = sample_feed(kAtomFeed, results);
  BOOST_TEST(format_rfc3339(feed.updated) == "2026-05-01T10:00:00Z");
  BOOST_TEST(format_rfc3339(feed.entries[1].updated) == "2026-05-01T10:00:00Z");
  BOOST_TEST(format_rfc3339(sample_feed(kAtomFeed, SearchResults{}).updated) == "1970-01-01T00:00:00Z");
}

BOOST_AUTO_TEST_CASE(an_entry_leads_to_the_best_section_if_that_is_on_the_web) {
  auto results = sample_results();
  BOOST_TEST(sample_feed(kAtomFeed, results).entries[0].url == "https://example.org/2026/ledger#growth");
  BOOST_TEST(sample_feed(kAtomFeed, results).entries[1].url == "https://example.org/bare");
  results.hits[0].sections[0].url = "javascript:alert(1)";
  auto const feed = sample_feed(kAtomFeed, results);
  BOOST_TEST(feed.entries[0].url.empty());
  BOOST_TEST(feed.entries[0].html.find("javascript:") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(content_is_what_matched_marked_and_escaped) {
  auto const html = sample_feed(kAtomFeed).entries[0].html;
  BOOST_TEST(html.find("<mark>ledgers</mark> &quot;grow&quot; without end") != std::string::npos);
  BOOST_TEST(html.find("<a href=\"https://example.org/2026/ledger#takeaways\">Takeaways</a>") !=
             std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
