// Finding where the prose of a page gathers.
#include "indexer/page/main_content.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>

#include "common/strings/ascii.h"
#include "common/strings/utf8.h"
#include "indexer/html/html_walk.h"
#include "indexer/html/html_writer.h"
#include "indexer/page/page_chrome.h"

namespace pressmark {
namespace {

using Page = std::vector<PageElement>;

bool is_main(HtmlNode node) {
  return node.tag() == "main" || has_token(node, "role", "main");
}

// Finds the elements of an article, from what the page says of itself to what its text looks like.
class ContentFinder {
 public:
  explicit ContentFinder(Page const& page) : page_(page) {}

  [[nodiscard]] std::vector<std::size_t> find() const {
    auto const bodies = marked_bodies();
    auto const start = semantic_start();
    return with_leads(bodies.empty() ? with_siblings(descend(start), start) : bodies);
  }

 private:
  // What is marked as the body of an article, if that is where the prose is.
  [[nodiscard]] std::vector<std::size_t> marked_bodies() const {
    for (bool const by_property : {true, false}) {
      auto found = outermost([&](HtmlNode node) {
        return by_property ? has_token(node, "itemprop", "articleBody") : is_marked_body(node);
      });
      if (found.empty()) continue;
      auto const largest = *std::ranges::max_element(found, {}, [&](auto i) { return page_[i].prose; });
      std::size_t prose = 0;
      for (auto const i : found) prose += page_[i].prose;
      if (prose * 10 < page_.front().prose * 3) continue;
      // Several are parts of one article if they stand side by side, else articles of their own.
      std::erase_if(found, [&](auto i) { return page_[i].parent != page_[largest].parent; });
      return found;
    }
    return {};
  }

  [[nodiscard]] std::vector<std::size_t> outermost(auto predicate) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 1; i < page_.size(); ++i) {
      if (page_[i].is_chrome || !predicate(page_[i].node)) continue;
      found.push_back(i);
      i = page_[i].end - 1;
    }
    return found;
  }

  // The article or main part with most of the prose; else the whole page.
  [[nodiscard]] std::size_t semantic_start() const {
    std::size_t start = 0;
    for (bool const by_main : {true, false}) {
      auto const found = outermost_beneath(start, [&](HtmlNode node) {
        return by_main ? is_main(node) : node.tag() == "article" || has_token(node, "class", "hentry");
      });
      if (auto const best = best_of(found, page_[start].prose)) start = *best;
    }
    return start;
  }

  // The only one with a title, else the first with half of the prose; absent if there is none.
  [[nodiscard]] std::optional<std::size_t> best_of(std::vector<std::size_t> const& found,
                                                   std::size_t prose) const {
    std::vector<std::size_t> candidates;
    std::ranges::copy_if(found, std::back_inserter(candidates), [&](auto i) { return titled(i); });
    if (candidates.size() == 1 && page_[candidates.front()].prose > 0) return candidates.front();
    auto const half = std::ranges::find_if(found, [&](auto i) { return page_[i].prose * 2 >= prose; });
    return half == found.end() || prose == 0 ? std::nullopt : std::optional(*half);
  }

  [[nodiscard]] bool titled(std::size_t index) const {
    for (auto i = index + 1; i < page_[index].end; ++i) {
      if (page_[i].node.tag() == "h1" && !page_[i].is_chrome) return true;
    }
    return false;
  }

  [[nodiscard]] std::vector<std::size_t> outermost_beneath(std::size_t root, auto predicate) const {
    auto found = outermost(predicate);
    std::erase_if(found, [&](auto i) { return i <= root || i >= page_[root].end; });
    return found;
  }

  // The smallest element with nearly all of the prose: from the top, into the child that has most of it, as
  // long as that leaves nothing that looks like it.
  [[nodiscard]] std::size_t descend(std::size_t index) const {
    while (true) {
      auto const next = richest_child(index);
      if (next == index || !has_blocks(next)) return index;
      auto const most = page_[next].prose;
      auto const all = page_[index].prose;
      bool const nearly_all = most * 10 >= all * 9;
      bool const clearly_most = most * 2 >= all && !has_like_siblings(next);
      if (!nearly_all && !clearly_most) return index;
      index = next;
    }
  }

  [[nodiscard]] std::vector<std::size_t> children(std::size_t index) const {
    std::vector<std::size_t> result;
    for (auto i = index + 1; i < page_[index].end; i = page_[i].end) result.push_back(i);
    return result;
  }

  [[nodiscard]] std::size_t richest_child(std::size_t index) const {
    auto richest = index;
    for (auto const child : children(index)) {
      if (page_[child].prose > (richest == index ? 0 : page_[richest].prose)) richest = child;
    }
    return richest;
  }

  [[nodiscard]] bool has_blocks(std::size_t index) const {
    auto const inner = children(index);
    return std::ranges::any_of(inner, [&](auto i) { return page_[i].is_block && page_[i].text > 0; });
  }

  // True if prose stands beside the element that is of its kind, or in the parent itself.
  [[nodiscard]] bool has_like_siblings(std::size_t index) const {
    auto const beside = children(page_[index].parent);
    return std::ranges::any_of(beside,
                               [&](auto i) { return i != index && page_[i].prose > 0 && alike(i, index); });
  }

  [[nodiscard]] bool alike(std::size_t a, std::size_t b) const {
    return page_[a].node.tag() == page_[b].node.tag() &&
           attribute_or_empty(page_[a].node, "class") == attribute_or_empty(page_[b].node, "class");
  }

  // The element with the siblings that belong to the article: paragraphs, and what looks like it.
  [[nodiscard]] std::vector<std::size_t> with_siblings(std::size_t index, std::size_t start) const {
    if (page_[index].prose == 0 && page_[index].text == 0) return {};
    if (index == start) return {index};
    std::vector<std::size_t> result;
    for (auto const sibling : children(page_[index].parent)) {
      if (sibling == index || belongs(sibling, index)) result.push_back(sibling);
    }
    return result;
  }

  [[nodiscard]] bool belongs(std::size_t sibling, std::size_t index) const {
    auto const& element = page_[sibling];
    if (element.is_chrome || element.prose == 0) return false;
    auto const tag = element.node.tag();
    if (tag == "p" || tag == "pre" || tag == "blockquote" || alike(sibling, index)) return true;
    return sibling < index && element.prose * 4 >= element.text * 3;  // a lead
  }

  // Adds what introduces the article and stands before its body.
  [[nodiscard]] std::vector<std::size_t> with_leads(std::vector<std::size_t> content) const {
    if (content.empty()) return content;
    std::vector<std::size_t> result;
    for (auto i = article_around(content.front()) + 1; i < content.front(); ++i) {
      if (!is_lead(i) || page_[i].end > content.front()) continue;
      result.push_back(i);
      i = page_[i].end - 1;
    }
    result.insert(result.end(), content.begin(), content.end());
    return result;
  }

  // The innermost article or main part around the element; itself where there is none.
  [[nodiscard]] std::size_t article_around(std::size_t index) const {
    for (auto i = index; i != 0; i = page_[i].parent) {
      auto const node = page_[i].node;
      if (node.tag() == "article" || is_main(node) || has_token(node, "class", "hentry")) return i;
    }
    return index;
  }

  [[nodiscard]] bool is_lead(std::size_t index) const {
    auto const& element = page_[index];
    return !element.is_chrome && element.node.tag() == "p" && element.own_text >= kShortestLead &&
           element.linked * 2 < element.text;
  }

  static constexpr std::size_t kShortestLead = 60;  // bytes
  Page const& page_;
};

// Elements that are not the article's own, where it is all that a page holds.
constexpr std::string_view kFrames[] = {"body", "html", "noscript"};

// Chooses what of the content is written.
class ContentWriter {
 public:
  ContentWriter(Page const& page, std::string const& title) : page_(page), title_(title) {}

  std::string write(std::vector<std::size_t> const& content, std::string const& base_url) {
    std::string html;
    for (auto const index : content) {
      next_ = index;
      html += write_html(page_[index].node, base_url, [this](HtmlNode node) { return choose(node); });
    }
    return html;
  }

 private:
  // Asked in document order, so that the element is the next one of the outline.
  Written choose(HtmlNode node) {
    while (!(page_[next_].node == node)) ++next_;
    auto const index = next_;
    auto const& element = page_[index];
    bool const leave_out = element.is_chrome || is_link_list(element) || repeats_title(element);
    next_ = leave_out ? element.end : index + 1;
    if (!leave_out && element.own_text >= kText && heading_level(node) == 0) text_begun_ = true;
    if (leave_out) return Written::nothing;
    return std::ranges::find(kFrames, node.tag()) != std::end(kFrames) ? Written::content : Written::whole;
  }

  static bool is_link_list(PageElement const& element) {
    constexpr std::string_view kLists[] = {"aside", "dl", "div", "ol", "section", "table", "ul"};
    if (std::ranges::find(kLists, element.node.tag()) == std::end(kLists)) return false;
    return element.text > 0 && element.linked * 10 >= element.text * 7 && element.prose * 5 < element.text;
  }

  bool repeats_title(PageElement const& element) const {
    if (text_begun_ || heading_level(element.node) == 0 || title_.empty()) return false;
    return equal_ignoring_case(text_beneath(element.node), title_);
  }

  static constexpr std::size_t kText = 40;
  Page const& page_;
  std::string const& title_;
  std::size_t next_ = 0;
  bool text_begun_ = false;
};

}  // namespace

std::vector<std::size_t> find_main_content(std::vector<PageElement> const& page) {
  return ContentFinder(page).find();
}

std::string write_main_content(std::vector<PageElement> const& page, std::vector<std::size_t> const& content,
                               std::string const& title, std::string const& base_url) {
  return ContentWriter(page, title).write(content, base_url);
}

}  // namespace pressmark
