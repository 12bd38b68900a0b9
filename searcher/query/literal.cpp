// Tells code from prose by punctuation that prose does not have inside words.
#include "searcher/query/literal.h"

#include "common/strings/ascii.h"
#include "common/strings/utf8.h"
#include "common/text/fold.h"

namespace pressmark {
namespace {

constexpr std::string_view kCharactersOfCode = "_<>{}[]=+*&|^%$#@~\\/`;";

bool is_word_byte(char c) {
  return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

// "a.b", "a::b", "a(": inside words these characters are code, between words they are prose.
bool joins_code(std::string_view text, std::size_t at) {
  bool const after_word = at > 0 && is_word_byte(text[at - 1]);
  bool const before_word = at + 1 < text.size() && is_word_byte(text[at + 1]);
  switch (text[at]) {
    case '.':
      return before_word;  // ".net", "node.js"
    case ':':
      return (after_word && before_word) || text.substr(at).starts_with("::");
    case '(':
      return after_word;
    case '-':
      return text.substr(at).starts_with("->") || (text.substr(at).starts_with("--") && !after_word &&
                                                   at + 2 < text.size() && is_word_byte(text[at + 2]));
    default:
      return false;
  }
}

}  // namespace

bool is_code_like(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (kCharactersOfCode.find(text[at]) != std::string_view::npos || joins_code(text, at)) return true;
  }
  return false;
}

std::string literal_key(std::string_view text) {
  return collapse_whitespace(fold(text));
}

}  // namespace pressmark
