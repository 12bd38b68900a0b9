// Reading text and word lists off a tree.
#include "indexer/html/html_walk.h"

#include <algorithm>

#include "common/strings/ascii.h"
#include "common/strings/utf8.h"

namespace pressmark {
namespace {

constexpr std::string_view kUnseen[] = {"head", "noscript", "script", "style", "svg", "template"};

constexpr std::string_view kInline[] = {
    "a",     "abbr", "acronym", "b",      "bdi", "bdo", "big",  "cite", "code", "data", "del", "dfn",
    "em",    "font", "i",       "img",    "ins", "kbd", "mark", "nobr", "q",    "ruby", "s",   "samp",
    "small", "span", "strike",  "strong", "sub", "sup", "time", "tt",   "u",    "var",  "wbr",
};

constexpr std::string_view kAsciiSpace = " \t\n\f\r";

bool contains(auto const& names, std::string_view name) {
  return std::ranges::find(names, name) != std::end(names);
}

void append_text(HtmlNode node, std::string& text) {
  if (node.is_text()) text += node.text();
  if (!node.is_element() || contains(kUnseen, node.tag())) return;
  bool const apart = !is_inline(node.tag());
  if (apart) text += ' ';
  for (std::size_t i = 0; i < node.child_count(); ++i) append_text(node.child(i), text);
  if (apart) text += ' ';
}

}  // namespace

std::string text_beneath(HtmlNode node) {
  std::string text;
  append_text(node, text);
  return collapse_whitespace(text);
}

bool is_inline(std::string_view tag) {
  return contains(kInline, tag);
}

std::size_t heading_level(HtmlNode node) {
  auto const tag = node.tag();
  bool const is_heading = tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
  return is_heading ? static_cast<std::size_t>(tag[1] - '0') : 0;
}

std::string raw_text(HtmlNode node) {
  std::string text;
  for (std::size_t i = 0; i < node.child_count(); ++i) text += node.child(i).text();
  return text;
}

bool has_token(HtmlNode node, char const* attribute, std::string_view word) {
  auto words = attribute_or_empty(node, attribute);
  while (!words.empty()) {
    auto const size = std::min(words.find_first_of(kAsciiSpace), words.size());
    if (equal_ignoring_case(words.substr(0, size), word)) return true;
    words.remove_prefix(std::min(size + 1, words.size()));
  }
  return false;
}

}  // namespace pressmark
