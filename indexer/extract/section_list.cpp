// The rules by which headings and anchors part an article.
#include "indexer/extract/section_list.h"

#include <utility>

namespace pressmark {

SectionList::Place SectionList::enter(std::string_view anchor) {
  Place before{current_, std::exchange(element_anchor_, std::string(anchor))};
  begin_section({.anchor = element_anchor_});
  entries_[current_].awaits_heading = true;
  return before;
}

void SectionList::leave(Place place) {
  current_ = place.section;
  element_anchor_ = std::move(place.element_anchor);
}

void SectionList::add_outline_heading(Heading heading) {
  bool const has_text = !heading.content.text.empty();
  if (!heading.anchor.empty()) {
    begin_section({.anchor = heading.anchor});
    entries_[current_].awaits_heading = !has_text;
  } else if (has_text && begins_section(heading)) {
    begin_section({.anchor = element_anchor_});
  } else if (has_text && !entries_[current_].awaits_heading) {
    return add({BlockKind::heading, std::move(heading.content.text), std::move(heading.content.marks)});
  }
  if (has_text) set_heading(std::move(heading));
}

// Of a heading without an anchor. A deeper one stays in the section: readers land at its anchor.
bool SectionList::begins_section(Heading const& heading) {
  if (entries_[current_].awaits_heading) return false;
  return current().heading.empty() || heading.level <= current().level;
}

void SectionList::begin_section(Section section) {
  entries_.push_back({std::move(section)});
  current_ = entries_.size() - 1;
}

void SectionList::set_heading(Heading heading) {
  current().level = heading.level;
  current().heading = std::move(heading.content.text);
  current().heading_marks = std::move(heading.content.marks);
  entries_[current_].awaits_heading = false;
}

std::vector<Section> SectionList::take() {
  std::vector<Section> result;
  for (auto& entry : entries_) {
    if (entry.section.heading.empty() && entry.section.blocks.empty()) continue;
    result.push_back(std::move(entry.section));
  }
  return result;
}

}  // namespace pressmark
