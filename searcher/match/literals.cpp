// Positions know words but not punctuation, so literals are looked for in the stored text itself.
#include "searcher/match/literals.h"

#include <algorithm>

#include "common/strings/ascii.h"
#include "searcher/query/literal.h"

namespace pressmark {
namespace {

bool continues_identifier(char c) {
  return is_letter(c) || is_digit(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

void collect(std::vector<QueryNode> const& nodes, std::vector<std::string>& literals) {
  for (auto const& node : nodes) {
    if (!node.literal.empty()) literals.push_back(node.literal);
    if (node.kind == NodeKind::all) collect(node.children, literals);
  }
}

}  // namespace

std::vector<std::string> required_literals(std::vector<QueryNode> const& wanted) {
  std::vector<std::string> literals;
  collect(wanted, literals);
  return literals;
}

bool holds_literal(std::string_view text, std::string_view literal) {
  for (auto at = text.find(literal); at != std::string_view::npos; at = text.find(literal, at + 1)) {
    auto const end = at + literal.size();
    bool const begins =
        at == 0 || !continues_identifier(literal.front()) || !continues_identifier(text[at - 1]);
    bool const ends =
        end == text.size() || !continues_identifier(literal.back()) || !continues_identifier(text[end]);
    if (begins && ends) return true;
  }
  return false;
}

bool LiteralDecider::operator()(Xapian::Document const& document) const {
  if (time_.is_over()) return false;
  auto const packed = document.get_data();
  auto const record = unpacker_.fields(packed);
  std::vector<std::string> texts{literal_key(record.title), literal_key(record.summary)};
  for (std::size_t i = 0; i < record.sections.size(); ++i) {
    texts.push_back(literal_key(record.sections[i].heading));
    texts.push_back(literal_key(unpacker_.section_text(packed, i)));
  }
  return std::all_of(literals_.begin(), literals_.end(), [&](std::string const& literal) {
    return std::any_of(texts.begin(), texts.end(),
                       [&](std::string const& text) { return holds_literal(text, literal); });
  });
}

}  // namespace pressmark
