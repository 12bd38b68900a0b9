// Finding labels of encodings by hand, since what they label cannot be parsed before it is decoded.
#include "indexer/decode/encoding_declaration.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "common/strings/ascii.h"

namespace pressmark {
namespace {

constexpr std::size_t kLongestDeclaration = 1024;  // bytes, as browsers have it for HTML
constexpr std::string_view kSpaces = " \t\r\n\f";

struct Parameter {
  std::size_t begin;  // of its name
  std::size_t end;    // after its value and the quote there
  std::string_view value;
};

// The first parameter `name` = value in `text`; the value stands between quotes or ends at one of
// " ;>'\"".
std::optional<Parameter> find_parameter(std::string_view text, std::string_view name) {
  auto const folded = lower(text);
  for (auto at = folded.find(name); at != std::string::npos; at = folded.find(name, at + 1)) {
    auto const equals = text.find_first_not_of(kSpaces, at + name.size());
    if (equals == std::string_view::npos || text[equals] != '=') continue;
    auto begin = text.find_first_not_of(kSpaces, equals + 1);
    if (begin == std::string_view::npos) return std::nullopt;
    bool const is_quoted = text[begin] == '"' || text[begin] == '\'';
    auto const end =
        is_quoted ? text.find(text[begin], begin + 1) : text.find_first_of(" \t\r\n;/>'\"", begin);
    if (is_quoted) {
      if (end == std::string_view::npos) return std::nullopt;
      ++begin;
    }
    auto const last = std::min(end, text.size());
    return Parameter{at, last + (is_quoted ? 1 : 0), trim(text.substr(begin, last - begin))};
  }
  return std::nullopt;
}

// The XML declaration with what precedes it, which should be nothing; empty if there is none.
std::string_view xml_declaration(std::string_view text) {
  auto const head = text.substr(0, kLongestDeclaration);
  if (!trim(head).starts_with("<?xml")) return {};
  auto const end = head.find("?>");
  return end == std::string_view::npos ? std::string_view() : head.substr(0, end);
}

bool is_html(std::string const& folded_head) {
  for (auto const* const start : {"<!doctype html", "<html", "<head"}) {
    if (folded_head.find(start) != std::string::npos) return true;
  }
  return trim(folded_head).starts_with("<meta");
}

std::string html_charset(std::string_view text) {
  auto const head = lower(text.substr(0, kLongestDeclaration));
  if (!is_html(head)) return {};
  for (auto at = head.find("<meta"); at != std::string::npos; at = head.find("<meta", at + 1)) {
    auto const tag = std::string_view(head).substr(at, head.find('>', at) - at);
    if (auto const charset = find_parameter(tag, "charset")) return std::string(charset->value);
  }
  return {};
}

}  // namespace

std::string declared_charset(std::string_view text) {
  auto const encoding = find_parameter(xml_declaration(text), "encoding");
  return encoding ? std::string(encoding->value) : html_charset(text);
}

void blank_encoding(std::string& text) {
  auto const encoding = find_parameter(xml_declaration(text), "encoding");
  if (!encoding) return;
  std::fill(text.begin() + static_cast<std::ptrdiff_t>(encoding->begin),
            text.begin() + static_cast<std::ptrdiff_t>(encoding->end), ' ');
}

}  // namespace pressmark
