// A feed of the sample results, for the tests of its formats.
#pragma once

#include <utility>

#include "present/feeds/search_feed.h"
#include "tests/present/sample_results.h"

namespace pressmark {

inline PageSite const kFeedSite{"Notes & more", "/find", "https://search.example/find"};

// The first two of seven posts.
inline SearchAddress sample_address() {
  auto address = subscription({});
  address.query = "größe ledger";
  address.limit = 2;
  return address;
}

inline SearchFeed sample_feed(SearchPlace const& place, SearchResults results = sample_results(),
                              SearchAddress const& address = sample_address()) {
  return make_search_feed(std::move(results), address, place, kFeedSite, 1'000);
}

}  // namespace pressmark
