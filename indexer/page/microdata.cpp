// Marks on elements, and what each kind of element has for a value.
#include "indexer/page/microdata.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/strings/ascii.h"
#include "common/strings/utf8.h"
#include "indexer/decode/plain_text.h"
#include "indexer/html/html_walk.h"
#include "indexer/page/page_chrome.h"

namespace pressmark {
namespace {

constexpr std::size_t kMaxAuthors = 20;
constexpr std::size_t kMostElements = 64;   // beneath a line that tells the author
constexpr std::size_t kLongestByline = 60;  // bytes of a name that is not marked as one
constexpr std::size_t kLongestName = 120;   // bytes; more is a sentence and no author or tag

// The value of an element with `itemprop` (HTML standard, 5.2.4), or with a class of microformats.
std::string value_of(HtmlNode node) {
  for (auto const* attribute : {"content", "datetime"}) {
    if (auto const value = node.attribute(attribute)) return collapse_whitespace(*value);
  }
  auto const tag = node.tag();
  if (tag == "link") return collapse_whitespace(attribute_or_empty(node, "href"));
  if (tag == "img") return collapse_whitespace(attribute_or_empty(node, "src"));
  if (tag == "abbr" && node.attribute("title")) return collapse_whitespace(*node.attribute("title"));
  auto text = text_beneath(node);
  return text.empty() ? collapse_whitespace(attribute_or_empty(node, "title")) : text;
}

// The part of `node` marked as its name, else all of it.
std::string name_of(HtmlNode node) {
  std::string name;
  any_beneath(node, [&](HtmlNode inner) {
    if (has_token(inner, "itemprop", "name") || has_token(inner, "class", "p-name") ||
        has_token(inner, "class", "fn")) {
      name = value_of(inner);
    }
    return !name.empty();
  });
  return name.empty() ? value_of(node) : name;
}

// The name in a line that tells the author: "By Ann Lee", "Autor: Ann Lee".
std::string name_in_byline(std::string line) {
  for (std::string_view const prefix :
       {"posted by", "written by", "autor:", "author:", "by:", "by", "von", "par", "por"}) {
    bool const begins = equal_ignoring_case(std::string_view(line).substr(0, prefix.size()), prefix);
    if (!begins || line.size() <= prefix.size() || is_letter(line[prefix.size()])) continue;
    line.erase(0, prefix.size());
    break;
  }
  auto const end = std::min({line.find_first_of("|,;"), line.find(" · "), line.find(" • ")});
  return display_name(trim(std::string_view(line).substr(0, end)));
}

// Names have several words and no digits; "Follow" and "Updated 5 April" stand in such lines too.
bool may_be_name(std::string_view text) {
  auto const words = split(text, " ").size();
  return text.size() <= kLongestByline && words >= 2 && words <= 5 && std::ranges::none_of(text, is_digit);
}

class MarkReader {
 public:
  explicit MarkReader(std::vector<PageElement> const& page) : page_(page) {}

  PageFacts read() && {
    for (std::size_t i = 1; i < page_.size();) {
      auto const& element = page_[i];
      i = !element.is_other && read(element.node) ? i + 1 : element.end;
    }
    if (facts_.authors.empty()) read_byline();
    // An entry without a date of publishing was published when it was last changed (hAtom 0.1).
    set(facts_.published, hatom_updated_);
    set(facts_.updated, std::move(hatom_updated_));
    return std::move(facts_);
  }

 private:
  // Returns whether to look inside.
  bool read(HtmlNode node) {
    bool const is_profile = node.tag() == "a" && has_token(node, "rel", "author");
    if (marked(node, "author", "p-author") || (is_profile && facts_.authors.empty())) {
      add_author(name_of(node));
      return false;
    }
    read_texts(node);
    if (has_token(node, "itemprop", "keywords")) {
      for (auto const keyword : split(value_of(node), ",")) add_category(std::string(trim(keyword)));
    }
    if (node.tag() == "a" && has_token(node, "rel", "tag")) add_category(text_beneath(node));
    // What another thing says of itself (a publisher, an image) is not the article's.
    return !node.attribute("itemprop") || !node.attribute("itemscope");
  }

  void read_texts(HtmlNode node) {
    if (marked(node, "headline", "p-name") || has_token(node, "class", "entry-title")) {
      set(facts_.title, text_beneath(node));
    }
    if (marked(node, "datePublished", "dt-published")) set(facts_.published, value_of(node));
    if (marked(node, "dateCreated", "published")) set(facts_.published, value_of(node));
    if (marked(node, "dateModified", "dt-updated")) set(facts_.updated, value_of(node));
    if (has_token(node, "class", "updated")) set(hatom_updated_, value_of(node));
    if (marked(node, "articleSection", "p-category")) add_category(value_of(node));
  }

  void read_byline() {
    constexpr std::string_view kBylines[] = {"author", "authors", "autor", "byline"};
    for (std::size_t i = 1; i < page_.size() && facts_.authors.empty(); ++i) {
      auto const& element = page_[i];
      if (element.is_other || element.text == 0 || element.text > kLongestName) continue;
      if (element.end - i > kMostElements) continue;
      if (!is_named(element.node, kBylines)) continue;
      if (auto name = name_in_byline(name_of(element.node)); may_be_name(name)) add_author(name);
    }
  }

  static bool marked(HtmlNode node, std::string_view property, std::string_view microformat) {
    return has_token(node, "itemprop", property) || has_token(node, "class", microformat);
  }

  static void set(std::string& field, std::string value) {
    if (field.empty()) field = std::move(value);
  }

  void add_author(std::string const& author) {
    auto name = display_name(author);
    bool const known = std::ranges::find(facts_.authors, name) != facts_.authors.end();
    bool const fits = !name.empty() && name.size() <= kLongestName && facts_.authors.size() < kMaxAuthors;
    if (fits && !known) facts_.authors.push_back(std::move(name));
  }

  void add_category(std::string category) {
    if (!category.empty() && category.size() <= kLongestName)
      facts_.categories.push_back(std::move(category));
  }

  std::vector<PageElement> const& page_;
  PageFacts facts_;
  std::string hatom_updated_;
};

}  // namespace

PageFacts read_microdata(std::vector<PageElement> const& page) {
  return MarkReader(page).read();
}

}  // namespace pressmark
