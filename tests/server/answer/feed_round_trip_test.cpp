// Feeds of searches as our own readers of feeds take them.
#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <map>
#include <string>
#include <vector>

#include "common/base/byte_stream.h"
#include "common/url/url.h"
#include "indexer/parse/parse.h"
#include "server/answer/feed_handlers.h"
#include "server/answer/search_parameters.h"
#include "tests/searcher/sample_store.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

std::vector<SamplePost> const kPosts{
    {"plain", "Rename then delete", "2026-03-01T08:30:00Z", {"Storage", "R&D"}, "<p>A file.</p>", "Ada"},
    {"odd",
     "Walls <of> text & \"more\"",
     "2025-02-01T00:00:00Z",
     {},
     "<h2 id='x'>On a file</h2><p>…</p>",
     "B"},
    {"alt", "Große Dateien 🚀", "2024-02-01T00:00:00Z", {"Öfen"}, "<p>file</p>", "C", "b.example", "de"},
};

struct Format {
  char const* path;
  Document (*search)(SearchAddress const&, HandlerContext const&);
};
Format const kFormats[] = {{"/search.atom", search_atom}, {"/search.json", search_json_feed}};

struct Parsed {
  FeedReport report;
  std::vector<Post> posts;
};

Parsed parse(std::string const& feed, std::string const& address) {
  Parsed parsed;
  ParseOptions options;
  options.source = address;
  MemoryStream bytes(feed);
  parsed.report = parse_source(bytes, options, [&](Post&& post) { parsed.posts.push_back(std::move(post)); });
  return parsed;
}

Parsed subscribe(SampleStore const& store, Format const& format, std::string const& query) {
  Searcher searcher(store.layout());
  PageSite const site{"Notes", "", "https://search.example"};
  auto const address = read_search_address(parse_parameters(query), kSampleNow, kUsualFeed).value();
  return parse(format.search(address, {searcher, site, kSampleNow}).body,
               site.public_url + format.path + '?' + query);
}

void check_same(Post const& read, Hit const& post) {
  BOOST_TEST(read.title == post.title.text);
  BOOST_TEST(read.url == post.url);
  BOOST_TEST(read.published == post.published);
  BOOST_TEST(read.author == post.author);
  BOOST_TEST(read.language == post.language);
  BOOST_TEST(read.categories == post.categories, boost::test_tools::per_element());
  BOOST_TEST(read.guid.starts_with("urn:uuid:"));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(feed_round_trip)

BOOST_DATA_TEST_CASE(a_feed_gives_the_posts_again, boost::unit_test::data::make(kFormats), format) {
  SampleStore const store(kPosts);
  auto const parsed = subscribe(store, format, "q=file");
  BOOST_TEST(parsed.report.problems.empty());
  SearchRequest request{.query = "file"};
  request.sort = SortOrder::newest;
  auto const hits = store.search(request).hits;
  BOOST_TEST_REQUIRE(parsed.posts.size() == kPosts.size());
  for (std::size_t i = 0; i < hits.size(); ++i) check_same(parsed.posts[i], hits[i]);
}

BOOST_DATA_TEST_CASE(the_pages_of_a_feed_lead_to_all_posts, boost::unit_test::data::make(kFormats), format) {
  SampleStore const store(kPosts);
  std::vector<std::string> guids;
  std::string query = "q=file&limit=1";
  for (std::size_t page = 0; page < kPosts.size(); ++page) {
    auto const parsed = subscribe(store, format, query);
    BOOST_TEST_REQUIRE(parsed.posts.size() == 1U);
    guids.push_back(parsed.posts.front().guid);
    query = split_url(parsed.report.links.next).query;
  }
  BOOST_TEST(query.empty());
  std::ranges::sort(guids);
  BOOST_TEST((std::ranges::adjacent_find(guids) == guids.end()));
}

BOOST_DATA_TEST_CASE(a_real_blog_comes_through_whole, boost::unit_test::data::make(kFormats), format) {
  SampleStore const store(std::filesystem::path(PRESSMARK_SOURCE_DIR) / "data/posts.xml");
  auto const parsed = subscribe(store, format, "limit=1000");
  BOOST_TEST(parsed.report.problems.empty());
  SearchRequest request;
  request.limit = 1'000;
  std::map<std::string, Hit> by_url;
  for (auto const& hit : store.search(request).hits) by_url[hit.url] = hit;
  BOOST_TEST(parsed.posts.size() == by_url.size());
  BOOST_TEST(parsed.posts.size() > 10U);
  for (auto const& post : parsed.posts) {
    BOOST_TEST_REQUIRE(by_url.contains(post.url), post.url);
    check_same(post, by_url[post.url]);
  }
}

BOOST_AUTO_TEST_SUITE_END()
