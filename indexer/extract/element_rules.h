// What an element means for reading: whether its edges end a block, what kind of block it makes, whether it
// is left out. Knows HTML's elements and the class names sites agree on; knows nothing of sections.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "common/text/block_kind.h"
#include "indexer/extract/article.h"
#include "indexer/html/html_tree.h"

namespace pressmark {

enum class Flow : std::uint8_t {
  inside,  // in the line: its edges add nothing
  block,   // its edges end a block
  heading,
  preformatted,
  line_break,
  quotation,  // `q`
  image,
  skipped,       // leaves no trace
  skipped_block  // left out, but its edges end a block
};

struct ElementRule {
  std::string_view tag;
  Flow flow = Flow::inside;
  std::optional<BlockKind> kind = {};
  std::optional<MarkKind> mark = {};
};

// The rule for an element's name; unknown elements stand in the line.
[[nodiscard]] ElementRule const& rule_for(std::string_view tag);

// How an element lays its children out: as their own rules say, or each as a block (flex and grid in CSS).
enum class Layout { flow, blocks };

// The rule for `node` with its attributes taken into account: what is hidden from readers, marginal or only
// decoration is skipped, what CSS lays out as a block is one. `around` is how its parent lays it out.
[[nodiscard]] ElementRule resolve_rule(HtmlNode node, Layout around);

// How the inline style of `node` lays its children out.
[[nodiscard]] Layout layout_within(HtmlNode node);

// True for a link that only points to the heading it stands in ("#", "¶").
[[nodiscard]] bool is_permalink(HtmlNode node);

// The id a reader can jump to: of any element, or the name of an `a`. Empty if there is none.
[[nodiscard]] std::string_view anchor_of(HtmlNode node);

}  // namespace pressmark
