// The elements of a page in order, each with how much text, linked text and prose it holds.
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/html/html_tree.h"

namespace pressmark {

// Sizes are bytes of text without white space.
struct PageElement {
  HtmlNode node;
  std::size_t parent = 0;      // index; its own for the first
  std::size_t end = 0;         // after the last element beneath: those are [index + 1, end)
  std::size_t text = 0;        // beneath it
  std::size_t linked = 0;      // the part of `text` in links
  std::size_t own_text = 0;    // of the paragraph it is: its text up to the next block
  std::size_t own_linked = 0;  // the part of `own_text` in links
  std::size_t prose = 0;       // text of paragraphs beneath it, itself included, outside of chrome and links
  bool is_block = false;
  bool holds_body = false;  // the article's body or its title is beneath it
  bool is_other = false;    // it or an element around it is about other articles, or by other people
  bool is_chrome = false;   // it or an element around it belongs to the site, not to the article
};

// The tree beneath `body`, which comes first. Linear in the size of the page, but for forms, which are looked
// through when they are met.
[[nodiscard]] std::vector<PageElement> outline_page(HtmlNode body);

}  // namespace pressmark
