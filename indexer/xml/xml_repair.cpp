// Closing, dropping and quoting.
#include "indexer/xml/xml_repair.h"

#include <algorithm>

#include "common/base/ascii.h"
#include "indexer/xml/xml_scanner.h"

namespace pressmark {
namespace {

constexpr std::string_view kSpaces = " \t\r\n";

std::string_view without_brackets(std::string_view tag) {
  if (tag.starts_with('<')) tag.remove_prefix(1);
  if (tag.ends_with('>')) tag.remove_suffix(1);
  if (tag.ends_with('/')) tag.remove_suffix(1);
  return tag;
}

void skip_spaces(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(kSpaces), text.size()));
}

std::string_view take_before(std::string_view& text, std::string_view ends) {
  auto const size = std::min(text.find_first_of(ends), text.size());
  auto const taken = text.substr(0, size);
  text.remove_prefix(size);
  return taken;
}

// The value that stands behind '='.
std::string_view take_value(std::string_view& text) {
  skip_spaces(text);
  if (!text.starts_with('"') && !text.starts_with('\'')) return take_before(text, kSpaces);
  auto const quote = text.substr(0, 1);
  text.remove_prefix(1);
  auto const value = take_before(text, quote);
  if (!text.empty()) text.remove_prefix(1);
  return value;
}

bool is_name(std::string_view text) {
  return !text.empty() && !is_digit(text.front()) && text.find_first_of("\"'<>&=") == std::string_view::npos;
}

void append_quoted(std::string& out, std::string_view value) {
  for (char const c : value) {
    if (c == '"') {
      out += "&quot;";
    } else if (c == '<') {
      out += "&lt;";
    } else {
      out += c == '\n' ? ' ' : c;
    }
  }
}

class Repair {
 public:
  std::string run(std::string_view text) {
    MemoryStream stream(text);
    XmlScanner scanner(stream);
    while (auto const token = scanner.next()) take(*token);
    if (in_cdata_) result_ += "]]>";
    close_down_to(0);
    return std::move(result_);
  }

 private:
  void take(XmlToken const& token) {
    switch (token.kind) {
      case XmlTokenKind::start_tag:
        result_ += repaired_tag(token.raw);
        if (!token.is_empty) open_.emplace_back(token.name);
        break;
      case XmlTokenKind::end_tag:
        close(token.name);
        break;
      case XmlTokenKind::text:
        result_ += token.raw == "<" ? "&lt;" : token.raw;
        break;
      case XmlTokenKind::cdata:
        result_ += token.raw;
        in_cdata_ = !token.raw.ends_with("]]>");
        break;
      case XmlTokenKind::comment:
      case XmlTokenKind::instruction:
      case XmlTokenKind::declaration:
        break;
    }
  }

  void close(std::string_view name) {
    auto const found = std::find(open_.rbegin(), open_.rend(), name);
    if (found == open_.rend()) return;
    close_down_to(static_cast<std::size_t>(open_.rend() - found) - 1);
  }

  void close_down_to(std::size_t depth) {
    while (open_.size() > depth) {
      result_.append("</").append(open_.back()).append(">");
      open_.pop_back();
    }
  }

  std::string result_;
  std::vector<std::string> open_;
  bool in_cdata_ = false;
};

}  // namespace

std::vector<std::pair<std::string_view, std::string_view>> attributes_in(std::string_view tag) {
  tag = without_brackets(tag);
  take_before(tag, kSpaces);  // the element's name
  std::vector<std::pair<std::string_view, std::string_view>> attributes;
  while (true) {
    skip_spaces(tag);
    if (tag.empty()) return attributes;
    auto const name = take_before(tag, " \t\r\n=");
    skip_spaces(tag);
    std::string_view value;
    if (tag.starts_with('=')) {
      tag.remove_prefix(1);
      value = take_value(tag);
    }
    if (is_name(name)) attributes.emplace_back(name, value);
  }
}

std::string repaired_tag(std::string_view tag) {
  bool const is_empty = tag.ends_with("/>");
  auto rest = without_brackets(tag);
  std::string result = "<";
  result += take_before(rest, kSpaces);
  for (auto const& [name, value] : attributes_in(tag)) {
    result.append(" ").append(name).append("=\"");
    append_quoted(result, value);
    result += '"';
  }
  return result += is_empty ? "/>" : ">";
}

std::string repaired_xml(std::string_view text) {
  return Repair().run(text);
}

}  // namespace pressmark
