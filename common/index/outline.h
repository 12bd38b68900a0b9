// Where the parts of a post lie in its positions: small, kept in a value slot, read for every
// candidate of the second ranking stage.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pressmark {

// Half-open range of positions.
struct PositionRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  [[nodiscard]] bool contains(std::uint32_t position) const { return position >= begin && position < end; }
  friend bool operator==(PositionRange const&, PositionRange const&) = default;
};

struct SectionOutline {
  PositionRange all;      // heading and body, up to the next section
  PositionRange heading;  // the section's own heading; empty if it has none
  std::vector<PositionRange> inner_headings;
  std::uint32_t words = 0;  // positions in use (gaps not counted)
  bool has_anchor = false;
  bool general = false;  // an introduction, a summary or a conclusion: is_general_heading()
  friend bool operator==(SectionOutline const&, SectionOutline const&) = default;
};

// Regions follow one another: title, tags, slug, summary, sections.
struct Outline {
  PositionRange title;
  PositionRange tags;
  PositionRange slug;
  PositionRange summary;
  std::vector<SectionOutline> sections;
  friend bool operator==(Outline const&, Outline const&) = default;
};

[[nodiscard]] std::string pack_outline(Outline const& outline);
// Damaged data gives an empty outline.
[[nodiscard]] Outline unpack_outline(std::string_view packed);

}  // namespace pressmark
