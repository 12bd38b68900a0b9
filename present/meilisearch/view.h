// What a client of Meilisearch's API wants to see of an answer.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pressmark {

// Names of attributes; "*" means all.
using AttributeNames = std::vector<std::string>;

// Pages are cut by offset and limit, or by number.
struct NumberedPage {
  std::size_t page = 1;  // from 1; 0 has nothing
  std::size_t hits_per_page = 20;
};

struct CroppedAttribute {
  std::string name;                  // or "*"
  std::optional<std::size_t> words;  // instead of MeilisearchView::crop_words
};

struct MeilisearchView {
  AttributeNames retrieved{"*"};
  AttributeNames highlighted;
  std::vector<CroppedAttribute> cropped;
  std::size_t crop_words = 10;
  std::string crop_marker = "…";
  std::string pre_tag = "<em>";
  std::string post_tag = "</em>";
  bool match_positions = false;
  bool ranking_score = false;
  std::optional<AttributeNames> facets;  // to show, of those that were counted
  std::size_t offset = 0;                // as asked for, which may be more than is given
  std::size_t limit = 20;
  std::optional<NumberedPage> page;  // then offset and limit do not count
};

// The number of hits, from the first, that pages can reach.
inline constexpr std::size_t kMaxTotalHits = 1'000;

[[nodiscard]] bool names_attribute(AttributeNames const& names, std::string_view attribute);

// How many words of the attribute are wanted; 0 or nothing for all of them.
[[nodiscard]] std::optional<std::size_t> crop_of(MeilisearchView const& view, std::string_view attribute);

// True if heading, place or text of a section can be seen.
[[nodiscard]] bool shows_sections(MeilisearchView const& view);

}  // namespace pressmark
