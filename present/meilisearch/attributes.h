// The attributes of posts as documents of Meilisearch's API.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace pressmark {

// All that a document has, in the order in which it has them. `heading`, `anchor`, `sectionUrl` and
// `content` are of the section that answers best.
inline constexpr std::array<std::string_view, 17> kAttributes{
    "id",   "url",   "title", "author",  "site",    "language", "categories", "published", "updated",
    "year", "month", "image", "summary", "heading", "anchor",   "sectionUrl", "content"};

inline constexpr std::array<std::string_view, 6> kFacetAttributes{"categories", "author", "site",
                                                                  "language",   "year",   "month"};

inline constexpr std::array<std::string_view, 8> kFilterableAttributes{
    "categories", "author", "site", "language", "year", "month", "published", "updated"};

inline constexpr std::array<std::string_view, 1> kSortableAttributes{"published"};

[[nodiscard]] constexpr bool is_facet(std::string_view name) {
  return std::ranges::find(kFacetAttributes, name) != kFacetAttributes.end();
}

// "`a`, `b`", for messages.
template <typename Names>
[[nodiscard]] std::string list_of_names(Names const& names) {
  std::string list;
  for (std::string_view const name : names) {
    if (!list.empty()) list += ", ";
    list.append("`").append(name).append("`");
  }
  return list;
}

}  // namespace pressmark
