// A character as folding and the analyzer see it: a code point with its combining marks, in
// folded form, and what it means for the words around it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pressmark {

enum class CharacterType : std::uint8_t {
  separator,  // between words: punctuation, symbols, invalid bytes
  opener,     // a separator after which a "." or "--" may belong to the word: space, bracket, quote
  invisible,  // leaves no trace: soft hyphens, zero-width characters, accents without a letter
  symbol,     // punctuation that may join words; its folded form tells which
  lower,      // a letter in lower case, or without case
  upper,
  digit,
  unspaced,  // a letter of a script written without spaces between words: Han, kana, Thai, ...
};

[[nodiscard]] constexpr bool is_letter(CharacterType type) {
  return type == CharacterType::lower || type == CharacterType::upper;
}

// True for what the parts of a compound are made of.
[[nodiscard]] constexpr bool is_word(CharacterType type) {
  return is_letter(type) || type == CharacterType::digit;
}

// By ASCII code.
extern std::array<CharacterType, 128> const kAsciiTypes;

struct FoldedCharacter {
  CharacterType type;
  std::uint32_t bytes;      // how many bytes of the text it takes, marks included
  std::string_view folded;  // valid until the next read(); empty if invisible
};

// Reads text character by character. The folded form is NFKC with case folded and accents
// removed (fold.h); every character folds on its own, so offsets carry over.
class CharacterReader {
 public:
  // The character at `offset`, which must lie below text.size().
  [[nodiscard]] FoldedCharacter read(std::string_view text, std::size_t offset);

 private:
  FoldedCharacter read_cluster(std::string_view text, std::size_t offset);

  std::vector<std::int32_t> scalars_;
  std::string folded_;
};

// True for code points that attach to the one before: accents, vowel signs.
[[nodiscard]] bool is_combining_mark(char32_t code_point);

}  // namespace pressmark
