// Reading one compound: words, identifiers and numbers held together by joining punctuation.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"
#include "common/text/character.h"

namespace pressmark {

// What lies between two letters of a compound, from tight to loose. From `number` on, a new part
// begins; parts joined more tightly than their neighbours have a joined form of their own.
enum class Joint : std::uint8_t {
  none,        // nothing
  glued,       // nothing that may be split: letters of one folded character, of an acronym
  apostrophe,  // don't
  number,      // sha|256
  hump,        // Camel|Case
  hyphen,      // write-ahead, snake_case
  dot,         // file.cpp, object.member
  path,        // src/main, std::string, me@example.org
};

struct Compound {
  struct Letter {
    std::uint32_t begin, end;  // in the source, combining marks included
    std::uint32_t text;        // where its folded form starts in the arena
    CharacterType type;
    Joint before;
  };

  std::vector<Letter> letters;  // and digits, and the symbols of "c++" and the dots of "3.14"
  std::uint32_t text_end = 0;   // of the last letter's folded form in the arena
  // An ending that another spelling has: the "s" of "engine's", the "+" of "Disney+". Its folded
  // form follows text_end; both equal the last letter's where there is none.
  std::uint32_t ending_text_end = 0;
  std::uint32_t ending_end = 0;  // in the source
};

// Reads compounds out of one text, appending their folded letters to the arena: the folded form
// of any run of letters is one range there, joining punctuation left out.
class CompoundReader {
 public:
  CompoundReader(std::string_view text, TextKind kind, CharacterReader& characters, std::string& arena)
      : text_(text), kind_(kind), characters_(characters), arena_(arena) {}

  // Reads the compound at `offset`, where a letter or digit stands, and finds its parts. The
  // offset after it. `out` is replaced.
  std::size_t read(std::size_t offset, Compound& out);

  // The type of the first visible character at or after `offset`; separator at the end.
  [[nodiscard]] CharacterType type_at(std::size_t offset);

 private:
  struct Link {
    std::size_t end = 0;  // offset after the joining punctuation; 0: it does not join
    Joint joint = Joint::none;
  };

  Link link(std::string_view symbol, std::size_t offset, std::size_t end);
  Link link_digits(char symbol, std::size_t offset, std::size_t end);
  Link link_symbol(char symbol, std::size_t offset, std::size_t end);
  bool takes_apostrophe(std::size_t end);
  bool groups_thousands(std::size_t after_comma) const;
  void add(FoldedCharacter const& character, std::size_t offset, Joint joint);
  enum class Piece { inner, last };
  void end_piece(Piece piece);
  std::size_t read_plus_signs(std::size_t offset);

  std::string_view text_;
  TextKind kind_;
  CharacterReader& characters_;
  std::string& arena_;
  Compound* compound_ = nullptr;
  std::size_t piece_ = 0;  // index of the first letter since the last joint
  std::size_t group_ = 0;  // index of the first digit since the last thousands separator
};

// Marks where the parts inside the pieces of a compound begin: humps, numbers, elisions; and
// takes the dots out of acronyms. `arena` holds its folded letters.
void split_parts(Compound& compound, TextKind kind, std::string_view arena);

}  // namespace pressmark
