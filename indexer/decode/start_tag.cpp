// Reading names and values as far as they can be told.
#include "indexer/decode/start_tag.h"

#include <algorithm>

#include "common/strings/ascii.h"

namespace pressmark {
namespace {

constexpr std::string_view kTagSpaces = " \t\r\n";

std::string_view without_brackets(std::string_view tag) {
  if (tag.starts_with('<')) tag.remove_prefix(1);
  if (tag.ends_with('>')) tag.remove_suffix(1);
  if (tag.ends_with('/')) tag.remove_suffix(1);
  return tag;
}

void skip_spaces(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(kTagSpaces), text.size()));
}

std::string_view take_before(std::string_view& text, std::string_view ends) {
  auto const size = std::min(text.find_first_of(ends), text.size());
  auto const taken = text.substr(0, size);
  text.remove_prefix(size);
  return taken;
}

// The value that follows '='.
std::string_view take_value(std::string_view& text) {
  skip_spaces(text);
  if (!text.starts_with('"') && !text.starts_with('\'')) return take_before(text, kTagSpaces);
  auto const quote = text.substr(0, 1);
  text.remove_prefix(1);
  auto const value = take_before(text, quote);
  if (!text.empty()) text.remove_prefix(1);
  return value;
}

bool is_name(std::string_view text) {
  return !text.empty() && !is_digit(text.front()) && text.find_first_of("\"'<>&=") == std::string_view::npos;
}

}  // namespace

StartTag parse_start_tag(std::string_view tag) {
  StartTag parsed{.name = {}, .attributes = {}, .is_empty = tag.ends_with("/>")};
  auto rest = without_brackets(tag);
  parsed.name = take_before(rest, kTagSpaces);
  while (true) {
    skip_spaces(rest);
    if (rest.empty()) return parsed;
    auto const name = take_before(rest, " \t\r\n=");
    skip_spaces(rest);
    std::string_view value;
    if (rest.starts_with('=')) {
      rest.remove_prefix(1);
      value = take_value(rest);
    }
    if (is_name(name)) parsed.attributes.emplace_back(name, value);
  }
}

}  // namespace pressmark
