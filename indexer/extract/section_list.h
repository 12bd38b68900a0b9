// The sections of an article as they are found: where one begins, which one text belongs to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/extract/article.h"
#include "indexer/extract/marked_text.h"

namespace pressmark {

struct Heading {
  MarkedText content;
  std::string anchor;  // the heading's own; empty if it has none
  std::uint8_t level = 0;
};

class SectionList {
 public:
  SectionList() { begin_section({}); }

  // What was current when an anchored element began, to be given back at its end.
  struct Place {
    std::size_t section = 0;
    std::string element_anchor;
  };

  // An element with an anchor begins a section; the first heading inside names it.
  [[nodiscard]] Place enter(std::string_view anchor);
  // It ended: the text that follows belongs where the text before it did.
  void leave(Place place);

  // A heading of the article's own outline: begins a section, names the one just entered, or becomes a
  // block of the current one.
  void add_outline_heading(Heading heading);

  void add(Block block) { current().blocks.push_back(std::move(block)); }

  // The sections that have a heading or blocks, in the order they began.
  [[nodiscard]] std::vector<Section> take();

 private:
  struct Entry {
    Section section;
    bool awaits_heading = false;
  };

  [[nodiscard]] Section& current() { return entries_[current_].section; }
  [[nodiscard]] bool begins_section(Heading const& heading);
  void begin_section(Section section);
  void set_heading(Heading heading);

  std::vector<Entry> entries_;
  std::size_t current_ = 0;
  std::string element_anchor_;  // of the innermost anchored element around
};

}  // namespace pressmark
