// Measuring a page, from the leaves up, and marking what is chrome, from the top down.
#include "indexer/page/page_outline.h"

#include <algorithm>
#include <string_view>

#include "common/strings/ascii.h"
#include "indexer/html/html_walk.h"
#include "indexer/page/page_chrome.h"

namespace pressmark {
namespace {

constexpr std::size_t kShortestProse = 40;  // bytes of a paragraph that counts as prose

std::size_t visible_bytes(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return !is_space(c); }));
}

// What stands here is the article whatever the elements around it are called.
bool is_body(HtmlNode node) {
  return node.tag() == "main" || node.tag() == "h1" || is_marked_body(node);
}

class Outliner {
 public:
  std::vector<PageElement> run(HtmlNode body) && {
    add(body, {});
    mark_chrome();
    measure_prose();
    return std::move(elements_);
  }

 private:
  // Where an element stands.
  struct Place {
    std::size_t parent = 0;
    std::size_t paragraph = 0;
    bool in_link = false;
  };

  void add(HtmlNode node, Place place) {
    auto const index = elements_.size();
    elements_.push_back({node, place.parent});
    bool const is_block = index == 0 || !is_inline(node.tag());
    elements_[index].is_block = is_block;
    Place within{.parent = index, .paragraph = is_block ? index : place.paragraph, .in_link = place.in_link};
    within.in_link = within.in_link || (node.tag() == "a" && node.attribute("href"));
    for (std::size_t i = 0; i < node.child_count(); ++i) {
      auto const child = node.child(i);
      if (child.is_text()) add_text(visible_bytes(child.text()), within);
      if (child.is_element()) add(child, within);
    }
    auto& element = elements_[index];
    element.end = elements_.size();
    if (index == 0) return;
    elements_[place.parent].text += element.text;
    elements_[place.parent].linked += element.linked;
    elements_[place.parent].holds_body |= element.holds_body || is_body(node);
  }

  void add_text(std::size_t bytes, Place const& place) {
    elements_[place.parent].text += bytes;
    elements_[place.paragraph].own_text += bytes;
    if (!place.in_link) return;
    elements_[place.parent].linked += bytes;
    elements_[place.paragraph].own_linked += bytes;
  }

  // What holds much of the page, or the article, is neither, whatever its name.
  void mark_chrome() {
    auto const most = elements_.front().text * 2 / 5;
    for (std::size_t i = 1; i < elements_.size(); ++i) {
      auto& element = elements_[i];
      auto const& parent = elements_[element.parent];
      bool const is_part = element.text <= most && !element.holds_body;
      auto const chrome = chrome_of(element.node);
      element.is_chrome =
          parent.is_chrome || chrome == Chrome::certain || (chrome == Chrome::by_name && is_part);
      element.is_other = parent.is_other || (is_part && names_others(element.node));
    }
  }

  void measure_prose() {
    for (auto i = elements_.size(); i-- > 0;) {
      auto& element = elements_[i];
      if (element.is_chrome) continue;
      if (element.is_block && heading_level(element.node) == 0 && element.own_text >= kShortestProse) {
        element.prose += element.own_text - std::min(element.own_text, 2 * element.own_linked);
      }
      if (i > 0) elements_[element.parent].prose += element.prose;
    }
  }

  std::vector<PageElement> elements_;
};

}  // namespace

std::vector<PageElement> outline_page(HtmlNode body) {
  return Outliner().run(body);
}

}  // namespace pressmark
