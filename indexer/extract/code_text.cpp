#include "indexer/extract/code_text.h"

#include <cstddef>
#include <utility>

#include "common/strings/ascii.h"
#include "indexer/extract/element_rules.h"

namespace pressmark {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

constexpr std::pair<std::string_view, char> kReferences[] = {{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}};

// How many bytes at the start of `text` stand for one, and for which.
std::pair<std::size_t, char> resolve(std::string_view text) {
  for (auto const& [reference, character] : kReferences) {
    if (text.starts_with(reference)) return {reference.size(), character};
  }
  return {1, text.front()};
}

class CodeReader {
 public:
  void visit_children(HtmlNode node) {
    for (std::size_t i = 0; i < node.child_count(); ++i) visit(node.child(i));
  }

  [[nodiscard]] std::string take() && { return std::string(trim(std::string_view(code_))); }

 private:
  void visit(HtmlNode node) {
    if (node.is_text()) return append(decode_again(node.text()));
    if (!node.is_element()) return;
    switch (resolve_rule(node, Layout::flow).flow) {
      case Flow::line_break:
        code_ += '\n';
        return;
      case Flow::skipped:
      case Flow::skipped_block:
      case Flow::image:
        return;
      case Flow::inside:
      case Flow::quotation:
        return visit_children(node);
      case Flow::block:
      case Flow::heading:
      case Flow::preformatted:
        end_line();
        visit_children(node);
        return end_line();
    }
  }

  void append(std::string_view text) {
    while (!text.empty()) {
      bool const no_break = text.starts_with(kNoBreakSpace);
      append(no_break ? ' ' : text.front());
      text.remove_prefix(no_break ? kNoBreakSpace.size() : 1);
    }
  }

  void append(char c) {
    bool const control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    if (c == '\r') return;
    code_ += control && c != '\n' && c != '\t' ? ' ' : c;
  }

  void end_line() {
    if (!code_.empty() && code_.back() != '\n') code_ += '\n';
  }

  std::string code_;
};

}  // namespace

std::string code_text(HtmlNode pre) {
  CodeReader reader;
  reader.visit_children(pre);
  return std::move(reader).take();
}

std::string decode_again(std::string_view text) {
  std::string decoded;
  decoded.reserve(text.size());
  while (!text.empty()) {
    auto const [bytes, character] = resolve(text);
    decoded += character;
    text.remove_prefix(bytes);
  }
  return decoded;
}

}  // namespace pressmark
