// Taking markup and addresses out of short texts.
#include "indexer/parse/plain_text.h"

#include <algorithm>
#include <array>
#include <optional>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "indexer/parse/entities.h"

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

// The tag that `text` begins with.
std::optional<Tag> read_tag(std::string_view text) {
  bool const is_end = text.starts_with("</");
  std::size_t const begin = is_end ? 2 : 1;
  auto end = begin;
  while (end < text.size() && (is_letter(text[end]) || is_digit(text[end]))) ++end;
  auto const close = text.substr(0, kReach).find('>', end);
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
