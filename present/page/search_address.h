// A search as it stands in the address of its page: everything a reader can see and bookmark.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pressmark {

struct SearchAddress {
  std::string query;
  std::vector<std::string> categories;
  std::vector<std::string> authors;
  std::vector<std::string> sites;
  std::vector<std::string> languages;
  std::string from;  // days, as in the address; empty for no bound
  std::string to;
  std::string sort{kByRelevance};
  std::size_t offset = 0;
  std::size_t limit = kUsualLimit;
  std::size_t sections = kUsualSections;  // of a post, at most
  bool facets = false;

  static constexpr std::string_view kByRelevance = "relevance";
  static constexpr std::size_t kUsualLimit = 10;
  static constexpr std::size_t kUsualSections = 3;

  [[nodiscard]] bool operator==(SearchAddress const&) const = default;
};

// `text` as a value behind '=' (application/x-www-form-urlencoded).
[[nodiscard]] std::string form_encoded(std::string_view text);

// What follows '?': the members that are not at their defaults, always in the same order, so that
// equal searches have equal strings. A page is given by its number where the offset allows.
[[nodiscard]] std::string query_string(SearchAddress const& address);

}  // namespace pressmark
