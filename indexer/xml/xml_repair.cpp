// Closing, dropping and quoting.
#include "indexer/xml/xml_repair.h"

#include <algorithm>
#include <vector>

#include "indexer/decode/start_tag.h"
#include "indexer/xml/xml_scanner.h"

namespace pressmark {
namespace {

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

std::string repaired_tag(std::string_view text) {
  auto const tag = parse_start_tag(text);
  std::string result = "<";
  result += tag.name;
  for (auto const& [name, value] : tag.attributes) {
    result.append(" ").append(name).append("=\"");
    append_quoted(result, value);
    result += '"';
  }
  return result += tag.is_empty ? "/>" : ">";
}

std::string repaired_xml(std::string_view text) {
  return Repair().run(text);
}

}  // namespace pressmark
