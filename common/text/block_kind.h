// What a block of a post's text is: extraction tells it, the index keeps it, passages use it.
#pragma once

#include <cstdint>

namespace pressmark {

// Stored in records by number: append, never reorder.
enum class BlockKind : std::uint8_t {
  text = 0,     // a paragraph or anything like it
  heading = 1,  // a heading inside a section (its own heading is not a block)
  list_item = 2,
  cell = 3,     // table cell
  caption = 4,  // figure or table caption
  quote = 5,
  callout = 6,  // aside: a tip, a rule of thumb
  key = 7,      // a sentence the author marked as the point ("Why this matters")
  code = 8,     // pre
  image = 9,    // alternative text of an image
};

}  // namespace pressmark
