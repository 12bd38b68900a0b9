// A query's text to lexemes: where quotes, brackets, operators and field names stand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pressmark {

enum class LexemeKind : std::uint8_t {
  text,    // a run without white space, quotes or brackets
  quoted,  // between double quotes, straight or curly
  open,    // (
  close,   // )
  either,  // OR
  both,    // AND
  minus,   // - or NOT directly before an operand
  field,   // name: directly before an operand
};

struct Lexeme {
  LexemeKind kind = LexemeKind::text;
  std::string text;       // of text, quoted and field (the name, folded); "not" for a minus written NOT
  std::size_t begin = 0;  // bytes in the query
  std::size_t end = 0;
  std::size_t text_begin = 0;  // where `text` lies, of text and quoted
  bool unclosed = false;       // of quoted: the query ended before the closing quote
};

// Field names are recognised only if `is_field` says so; anything else before ':' is text.
[[nodiscard]] std::vector<Lexeme> lex_query(std::string_view text, bool (*is_field)(std::string_view name));

}  // namespace pressmark
