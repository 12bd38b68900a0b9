// A post's HTML as sections of clean text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/block_kind.h"

namespace pressmark {

enum class MarkKind : std::uint8_t { code, definition, emphasis };

// A range of a block's text the author set apart: `<code>`, `<dfn>`, `<mark>`.
struct Mark {
  MarkKind kind = MarkKind::code;
  std::uint32_t begin = 0;  // bytes, half-open
  std::uint32_t end = 0;
  friend bool operator==(Mark const&, Mark const&) = default;
};

// A run of text that no phrase leaves. Prose has its white space collapsed to single spaces;
// code keeps its lines. Never empty, never with leading or trailing white space.
struct Block {
  BlockKind kind = BlockKind::text;
  std::string text;
  std::vector<Mark> marks;
  friend bool operator==(Block const&, Block const&) = default;
};

// The part of a post under one heading, or before the first.
struct Section {
  std::string anchor;   // id of the heading, else of the element around it; empty if neither
  std::string heading;  // plain text; empty for a lead
  std::uint8_t level = 0;
  std::vector<Mark> heading_marks;
  std::vector<Block> blocks;
  friend bool operator==(Section const&, Section const&) = default;
};

struct Article {
  std::vector<Section> sections;  // empty sections (no heading, no blocks) are left out
  bool truncated = false;         // nesting or size beyond the limits: the rest was dropped
};

// Bumped whenever the same HTML may give other sections or text.
inline constexpr int kExtractionVersion = 1;

// Sections of the body of a post (a fragment; a whole page works too). Any bytes are accepted.
// Navigation, scripts, styles, forms and paragraphs that are one link and nothing else are left out.
// `max_depth` bounds nesting before the parser sees it. Thread-safe. Linear in html.size().
[[nodiscard]] Article extract_article(std::string_view html, std::size_t max_depth = 512);

// The text of a short HTML fragment (a description) on one line, white space collapsed.
[[nodiscard]] std::string html_to_text(std::string_view html);

}  // namespace pressmark
