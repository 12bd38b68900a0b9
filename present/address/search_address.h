// A search as it stands in the address of its page or feed: everything a reader can see and bookmark.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/results/sort_order.h"

namespace pressmark {

struct SearchAddress {
  std::string query;
  std::vector<std::string> categories;
  std::vector<std::string> authors;
  std::vector<std::string> sites;
  std::vector<std::string> languages;
  std::string from;  // days, as in the address; empty for no bound
  std::string to;
  SortOrder sort = SortOrder::relevance;
  std::size_t offset = 0;
  std::size_t limit = kUsualLimit;
  std::size_t sections = kUsualSections;  // of a post, at most
  bool facets = false;

  static constexpr std::size_t kUsualLimit = 10;
  static constexpr std::size_t kUsualSections = 3;

  [[nodiscard]] bool operator==(SearchAddress const&) const = default;
};

// The order and the number of posts that a place uses where the address names none. An address leaves out
// what equals them.
struct UsualSearch {
  SortOrder sort;
  std::size_t limit;
};

// Where searches are answered, below the site's root.
struct SearchPlace {
  std::string_view path;
  UsualSearch usual;
};

inline constexpr SearchPlace kResultsPage{"/search", {SortOrder::relevance, SearchAddress::kUsualLimit}};
// A feed lists the newest posts, enough of them that a program that reads it once a day misses none.
inline constexpr UsualSearch kUsualFeed{SortOrder::newest, 20};
inline constexpr SearchPlace kAtomFeed{"/search.atom", kUsualFeed};
inline constexpr SearchPlace kJsonFeed{"/search.json", kUsualFeed};

// The document that tells browsers how to search here.
inline constexpr std::string_view kSearchDescriptionPath = "/opensearch.xml";

// `text` as a value after '=' (application/x-www-form-urlencoded).
[[nodiscard]] std::string form_encoded(std::string_view text);

// What follows '?': the members that are not as usual, always in the same order, so that
// equal searches have equal strings. A page is given by its number where the offset allows.
[[nodiscard]] std::string query_string(SearchAddress const& address,
                                       UsualSearch const& usual = kResultsPage.usual);

// The path of `place` with the query string.
[[nodiscard]] std::string search_reference(SearchPlace const& place, SearchAddress const& address);

// "2025", "2025-03 – …"; empty if the search has no period.
[[nodiscard]] std::string period_text(SearchAddress const& address);

// What is searched, and where: "größe ledger, Storage – Notes".
[[nodiscard]] std::string search_title(SearchAddress const& address, std::string_view site_title);

// The words and filters of `address` with the order and the length of a feed, which a reader can subscribe
// to.
[[nodiscard]] SearchAddress subscription(SearchAddress address);

}  // namespace pressmark
