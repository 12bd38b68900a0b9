// Taking markup and addresses out of short texts.
#include "indexer/decode/plain_text.h"

#include <algorithm>
#include <array>
#include <optional>

#include "common/strings/ascii.h"
#include "common/strings/utf8.h"
#include "indexer/decode/entities.h"

namespace pressmark {
namespace {

constexpr std::array<std::string_view, 21> kFormatting = {
    "a",   "abbr", "b", "big",   "cite", "code",   "del", "em",  "font", "i", "ins",
    "kbd", "mark", "p", "small", "span", "strong", "sub", "sup", "tt",   "u"};
constexpr std::array<std::string_view, 3> kVoid = {"br", "img", "wbr"};
constexpr std::size_t kReach = 1000;  // bytes within which a tag and its end tag are looked for

template <std::size_t size>
bool contains(std::array<std::string_view, size> const& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

struct Tag {
  std::string name;  // in lower case
  bool is_end;
  std::size_t size;  // in bytes, from '<' to '>'
};

// The first '>' from `from` that stands in no quotes, else the first at all.
std::size_t tag_close(std::string_view text, std::size_t from) {
  char quote = '\0';
  for (auto i = from; i < text.size(); ++i) {
    char const c = text[i];
    if (quote == '\0' && c == '>') return i;
    if (quote == c) {
      quote = '\0';
    } else if (quote == '\0' && i > 0 && text[i - 1] == '=' && (c == '"' || c == '\'')) {
      quote = c;
    }
  }
  return text.find('>', from);
}

// The tag that `text` begins with.
std::optional<Tag> read_tag(std::string_view text) {
  bool const is_end = text.starts_with("</");
  std::size_t const begin = is_end ? 2 : 1;
  auto end = begin;
  while (end < text.size() && (is_letter(text[end]) || is_digit(text[end]))) ++end;
  auto const close = tag_close(text.substr(0, kReach), end);
  if (end == begin || close == std::string_view::npos) return std::nullopt;
  if (!is_space(text[end]) && text[end] != '/' && text[end] != '>') return std::nullopt;
  return Tag{lower(text.substr(begin, end - begin)), is_end, close + 1};
}

bool has_end_tag(std::string_view text, std::string const& name) {
  return lower(text.substr(0, kReach)).find("</" + name + ">") != std::string::npos;
}

std::string without_formatting(std::string_view text) {
  std::string result;
  std::array<std::size_t, kFormatting.size()> open{};  // start tags taken out and not yet closed
  while (true) {
    auto const angle = text.find('<');
    result += text.substr(0, angle);
    if (angle == std::string_view::npos) return result;
    text.remove_prefix(angle);
    auto const tag = read_tag(text);
    auto const kind = tag ? std::find(kFormatting.begin(), kFormatting.end(), tag->name) : kFormatting.end();
    bool take_out = tag && contains(kVoid, tag->name);
    if (take_out) result += ' ';
    if (kind != kFormatting.end()) {
      auto& count = open[static_cast<std::size_t>(kind - kFormatting.begin())];
      take_out = tag->is_end ? count > 0 : has_end_tag(text.substr(tag->size), tag->name);
      if (take_out) count = tag->is_end ? count - 1 : count + 1;
    }
    if (!take_out) result += '<';
    text.remove_prefix(take_out ? tag->size : 1);
  }
}

// How many bytes `end` and what is before it take; all if there is none.
std::size_t size_to(std::string_view text, std::string_view end) {
  auto const found = text.find(end);
  return found == std::string_view::npos ? text.size() : found + end.size();
}

// `text` in plain form without the quotes that RFC 822 puts around names.
std::string unquoted(std::string_view text) {
  text = trim(text);
  if (text.size() > 1 && text.front() == '"' && text.back() == '"')
    text = trim(text.substr(1, text.size() - 2));
  return plain_text(text);
}

}  // namespace

std::string plain_text(std::string_view markup) {
  return collapse_whitespace(decode_entities(without_formatting(markup)));
}

std::string text_of_html(std::string_view html) {
  std::string text;
  while (true) {
    auto const angle = html.find('<');
    text += html.substr(0, angle);
    if (angle == std::string_view::npos) break;
    html.remove_prefix(angle);
    if (html.starts_with("<!--")) {
      html.remove_prefix(size_to(html, "-->"));
      continue;
    }
    auto const tag = read_tag(html);
    if (!tag) {
      text += '<';
      html.remove_prefix(1);
      continue;
    }
    if (!contains(kFormatting, tag->name)) text += ' ';
    bool const is_hidden = !tag->is_end && (tag->name == "script" || tag->name == "style");
    html.remove_prefix(is_hidden ? size_to(html, "</" + tag->name + ">") : tag->size);
  }
  return collapse_whitespace(decode_entities(text));
}

std::string display_name(std::string_view author) {
  author = trim(author);
  constexpr std::array<std::string_view, 2> kBrackets = {"()", "<>"};
  for (auto const brackets : kBrackets) {
    auto const open = author.find(brackets.front());
    if (open == std::string_view::npos || author.back() != brackets.back()) continue;
    auto const outside = author.substr(0, open);
    auto const inside = author.substr(open + 1, author.size() - open - 2);
    bool const address_is_inside = inside.find('@') != std::string_view::npos;
    bool const address_is_outside = outside.find('@') != std::string_view::npos;
    if (address_is_inside == address_is_outside) continue;
    auto name = unquoted(address_is_inside ? outside : inside);
    if (!name.empty()) return name;
  }
  return plain_text(author);
}

}  // namespace pressmark
