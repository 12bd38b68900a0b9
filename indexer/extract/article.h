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

// A range of a block's text the author set apart: `<code>` and its kin (`kbd`, `samp`, `var`, `tt`), `<dfn>`,
// `<mark>`. Never empty; begins and ends between code points.
struct Mark {
  MarkKind kind = MarkKind::code;
  std::uint32_t begin = 0;  // bytes, half-open
  std::uint32_t end = 0;
  friend bool operator==(Mark const&, Mark const&) = default;
};

// A run of text that no phrase leaves. Prose has its white space collapsed to single spaces;
// code keeps its lines. Valid UTF-8 with at least one letter or digit, and neither leading nor
// trailing white space.
struct Block {
  BlockKind kind = BlockKind::text;
  std::string text;
  std::vector<Mark> marks;  // ordered by begin; those of different kinds may overlap
  friend bool operator==(Block const&, Block const&) = default;
};

// The part of a post under one heading, or before the first.
//
// A section begins at
// - a heading with an anchor: its id, that of a link or span inside it, or one named just before it;
// - a `section` or `article` with an id, or a `div` with an id that begins with a heading; the first
//   heading inside names it;
// - a heading without an anchor, if it is not deeper than the current section's or that has none. It
//   takes the anchor of the element around it. Deeper ones are blocks of the current section, and so
//   are those inside lists, tables, quotes and callouts.
// When a `section`, `article` or `div` that began a section ends, what follows belongs to the section
// before it again: sections are in the order they begin, and all of a section's own text is in one.
struct Section {
  std::string anchor;      // where a link may point to; empty if the page gives none
  std::string heading;     // plain text; empty for a lead
  std::uint8_t level = 0;  // of the heading, 1 to 6; 0 without heading
  std::vector<Mark> heading_marks;
  std::vector<Block> blocks;
  friend bool operator==(Section const&, Section const&) = default;
};

struct Article {
  std::vector<Section> sections;  // empty sections (no heading, no blocks) are left out
  bool truncated = false;         // deeper elements than allowed lost their tags, or text beyond
                                  // InputLimits::item_html_bytes was dropped
};

// Bumped whenever the same HTML may give other sections or text.
inline constexpr int kExtractionVersion = 1;

// Sections of the body of a post (a fragment; a whole page works too). Any bytes are accepted.
// Left out: navigation, scripts, styles, forms, media, hidden elements, line numbers, paragraphs that are
// one link and nothing else, footers of nothing but links, the label of a callout ("Tip:"), and blocks
// without letter or digit. Alternative text of an image is a block if it has three words or more.
// `max_depth` bounds nesting before the parser sees it. Thread-safe. Linear in html.size().
[[nodiscard]] Article extract_article(std::string_view html, std::size_t max_depth = 512);

// The text of a short HTML fragment (a description) on one line, white space collapsed. Plain text
// with a stray '<' or '&' comes back as it is.
[[nodiscard]] std::string html_to_text(std::string_view html);

}  // namespace pressmark
