// One pass over the text, which never looks back beyond the current run.
#include "searcher/query/query_lexer.h"

#include <algorithm>
#include <array>

#include "common/strings/utf8.h"
#include "common/text/fold.h"

namespace pressmark {
namespace {

bool is_space(CodePoint point) {
  return point.value <= U' ' || point.value == U'\u00a0' || point.value == U'\u3000' ||
         (point.value >= U'\u2000' && point.value <= U'\u200a') || point.value == U'\u202f';
}

bool is_quote(char32_t value) {
  return value == U'"' || value == U'\u201c' || value == U'\u201d' || value == U'\u201e' ||
         value == U'\u201f' || value == U'\u00ab' || value == U'\u00bb' || value == U'\uff02';
}

// A minus as people type or paste it in front of a word.
bool is_minus(char32_t value) {
  return value == U'-' || value == U'\u2212' || value == U'\u2013';
}

class Lexer {
 public:
  Lexer(std::string_view text, bool (*is_field)(std::string_view)) : text_(text), is_field_(is_field) {}

  std::vector<Lexeme> run() {
    while (offset_ < text_.size()) {
      auto const point = decode_utf8(text_, offset_);
      if (is_space(point)) {
        offset_ += point.bytes;
      } else if (is_quote(point.value)) {
        quoted();
      } else if (point.value == U'(' || point.value == U')') {
        add(point.value == U'(' ? LexemeKind::open : LexemeKind::close, offset_, offset_ + 1);
      } else if (is_minus(point.value) && minus_applies(point)) {
        add(LexemeKind::minus, offset_, offset_ + point.bytes);
      } else {
        text_run();
      }
    }
    return std::move(lexemes_);
  }

 private:
  void add(LexemeKind kind, std::size_t begin, std::size_t end, std::string text = {}) {
    lexemes_.push_back(
        {.kind = kind, .text = std::move(text), .begin = begin, .end = end, .text_begin = begin});
    offset_ = end;
  }

  // "-word", "-(", "-\"": excluded. "--flag" and "- word" are text.
  [[nodiscard]] bool minus_applies(CodePoint minus) const {
    auto const next = offset_ + minus.bytes;
    if (next >= text_.size()) return false;
    auto const point = decode_utf8(text_, next);
    return !is_space(point) && !is_minus(point.value) && point.value != U')';
  }

  void quoted() {
    auto const begin = offset_;
    auto inside = begin + decode_utf8(text_, begin).bytes;
    auto end = inside;
    while (end < text_.size() && !is_quote(decode_utf8(text_, end).value))
      end += decode_utf8(text_, end).bytes;
    bool const closed = end < text_.size();
    auto const after = closed ? end + decode_utf8(text_, end).bytes : end;
    add(LexemeKind::quoted, begin, after, std::string(text_.substr(inside, end - inside)));
    lexemes_.back().unclosed = !closed;
    lexemes_.back().text_begin = inside;
  }

  // Ends at white space, a quote or a bracket; brackets inside a run ("setup2()", "O(H^2)")
  // belong to it as long as they are balanced within it.
  void text_run() {
    auto const begin = offset_;
    auto end = begin;
    int depth = 0;
    while (end < text_.size()) {
      auto const point = decode_utf8(text_, end);
      if (is_space(point) || is_quote(point.value)) break;
      if (point.value == U'(') {
        if (end == begin || !closes_in_run(end)) break;
        ++depth;
      } else if (point.value == U')') {
        if (depth == 0) break;
        --depth;
      }
      end += point.bytes;
      if (point.value == U':' && field_ends_here(begin, end)) return;
    }
    word(begin, end);
  }

  [[nodiscard]] bool closes_in_run(std::size_t open) const {
    for (auto at = open + 1; at < text_.size();) {
      auto const point = decode_utf8(text_, at);
      if (point.value == U')') return true;
      if (is_space(point) || is_quote(point.value)) return false;
      at += point.bytes;
    }
    return false;
  }

  // "title:" with something directly after it.
  bool field_ends_here(std::size_t begin, std::size_t end) {
    if (end >= text_.size() || is_space(decode_utf8(text_, end)) || text_[end] == ')') return false;
    auto name = fold(text_.substr(begin, end - 1 - begin));
    if (!is_field_(name)) return false;
    add(LexemeKind::field, begin, end, std::move(name));
    return true;
  }

  void word(std::size_t begin, std::size_t end) {
    auto const run = text_.substr(begin, end - begin);
    if (run == "OR" || run == "||" || run == "|") return add(LexemeKind::either, begin, end);
    if (run == "AND" || run == "&&") return add(LexemeKind::both, begin, end);
    if (run == "NOT") return add(LexemeKind::minus, begin, end, "not");
    add(LexemeKind::text, begin, end, std::string(run));
  }

  std::string_view text_;
  bool (*is_field_)(std::string_view);
  std::size_t offset_ = 0;
  std::vector<Lexeme> lexemes_;
};

}  // namespace

std::vector<Lexeme> lex_query(std::string_view text, bool (*is_field)(std::string_view name)) {
  return Lexer(text, is_field).run();
}

}  // namespace pressmark
