// JSON Feeds of the wild against what other parsers find in them.
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "common/date/parse_date.h"
#include "common/strings/utf8.h"
#include "common/url/url.h"
#include "indexer/feed/json/json_feed.h"
#include "tests/indexer/support/parsed_source.h"
#include "tests/indexer/support/wild_manifest.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

// The entries that the manifest speaks of: the first with its number, and others.
std::vector<std::pair<std::size_t, JsonValue const*>> entries_of(JsonValue const& expect) {
  std::vector<std::pair<std::size_t, JsonValue const*>> entries = {{0, &expect}};
  if (auto const* const more = expect.find("more_entries")) {
    for (auto const& [number, entry] : more->members) entries.emplace_back(std::stoul(number), &entry);
  }
  return entries;
}

void compare(Post const& post, JsonValue const& expect) {
  if (auto const title = expect.text_of("title"); !title.empty())
    BOOST_TEST(post.title == collapse_whitespace(title));
  if (auto const link = expect.text_of("link"); !link.empty()) BOOST_TEST(post.url == canonical_url(link));
  if (auto const date = parse_date(expect.text_of("published_raw"))) BOOST_TEST(post.published == *date);
  if (auto const categories = expect.list_of("categories"); !categories.empty()) {
    BOOST_TEST(post.categories.size() == categories.size());
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(wild_json_feeds)

BOOST_AUTO_TEST_CASE(give_what_other_parsers_find) {
  WildFeeds const wild;
  for (auto const* const suite : {"wild-ranchero-software", "wild-feedjira", "feed-rs"}) {
    for (auto const& feed : feeds_of(wild, suite, "jsonfeed")) {
      if (feed.name.ends_with("authors.json")) continue;  // its items have no title, link or content
      BOOST_TEST_CONTEXT(feed.name) {
        auto const [report, posts] = parsed(parse_json_feed, feed.bytes);
        BOOST_TEST(std::to_string(posts.size()) == feed.expect.text_of("entry_count"));
        for (auto const& [number, entry] : entries_of(feed.expect)) {
          BOOST_TEST_CONTEXT("entry " << number) {
            BOOST_REQUIRE(number < posts.size());
            compare(posts[number], *entry);
          }
        }
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
