// A search as a feed, before it has a format: what every format says, and says alike.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/base/time.h"
#include "present/address/page_site.h"
#include "present/address/search_address.h"
#include "searcher/results/search_results.h"

namespace pressmark {

struct FeedEntry {
  Hit post;
  std::string id;   // a URN made of the post's id: the same in every search, format and version
  std::string url;  // of the section that answers best, on the web; empty if the post has no such address
  std::string html;
  Timestamp updated;  // when the post was changed or published last; 1970 if nobody knows
};

struct SearchFeed {
  std::string id;  // a URN that other searches of the site, and other sites, do not have
  std::string title;
  std::string page_url;  // the same search as a page
  std::string self_url;
  std::string next_url;         // the posts after these; empty where there are none
  std::string description_url;  // of the document for browsers
  Timestamp updated;            // of the entry changed last: never the time of asking
  std::string query;
  std::size_t total = 0;
  std::size_t offset = 0;
  std::size_t limit = 0;
  std::vector<FeedEntry> entries;
};

// The results of `address` as the feed that stands at `place`; there is none beyond `max_window` posts.
// Without site.public_url its addresses are paths, which feed readers resolve.
[[nodiscard]] SearchFeed make_search_feed(SearchResults results, SearchAddress const& address,
                                          SearchPlace const& place, PageSite const& site,
                                          std::size_t max_window);

}  // namespace pressmark
