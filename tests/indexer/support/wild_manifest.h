// What other parsers find in the shared collection of feeds.
#pragma once

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <string>
#include <vector>

#include "indexer/json/json_items.h"
#include "tests/indexer/support/wild_feeds.h"

namespace pressmark {

struct WildFeed {
  std::string name;
  std::string bytes;
  JsonValue expect;
  std::string content_type;  // of the transport; empty if not told
};

// The feeds of a suite and group; none, which is said, where the collection is not at hand.
[[nodiscard]] inline std::vector<WildFeed> feeds_of(WildFeeds const& wild, std::string const& suite,
                                                    std::string const& group) {
  std::vector<WildFeed> feeds;
  if (!wild.is_here()) {
    BOOST_TEST_MESSAGE("skipped: the collection of feeds is not here");
    return feeds;
  }
  std::ifstream manifest(wild.folder() / "manifest.jsonl");
  for (std::string line; std::getline(manifest, line);) {
    auto const entry = parse_json(line, {});
    BOOST_REQUIRE(entry.has_value());
    if (entry->text_of("suite") != suite || entry->text_of("group") != group) continue;
    auto const name = entry->text_of("file");
    auto const* const headers = entry->find("http_headers");
    feeds.push_back({name, wild.read(name), *entry->find("expect"),
                     headers == nullptr ? "" : headers->text_of("Content-type")});
  }
  BOOST_TEST(!feeds.empty());
  return feeds;
}

}  // namespace pressmark
