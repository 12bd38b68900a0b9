// Folding of whole strings, and the keys under which names and titles are compared.
#include "common/text/fold.h"

#include "common/text/character.h"

namespace pressmark {
namespace {

bool is_letter_or_digit(CharacterType type) {
  return is_word(type) || type == CharacterType::unspaced;
}

// "+" and "#" tell C++ and C# from C.
bool tells_names_apart(std::string_view folded) {
  return folded == "+" || folded == "#";
}

template <typename Function>
void for_each_character(std::string_view text, Function function) {
  CharacterReader reader;
  for (std::size_t offset = 0; offset < text.size();) {
    auto const character = reader.read(text, offset);
    function(character);
    offset += character.bytes;
  }
}

}  // namespace

std::string fold(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for_each_character(text, [&](FoldedCharacter const& c) { result += c.folded; });
  return result;
}

std::string name_key(std::string_view name) {
  std::string key;
  for_each_character(name, [&](FoldedCharacter const& c) {
    if (is_letter_or_digit(c.type) || tells_names_apart(c.folded)) key += c.folded;
  });
  return key.empty() ? fold(name) : key;
}

std::string title_key(std::string_view title) {
  std::string key;
  bool between_words = true;
  for_each_character(title, [&](FoldedCharacter const& c) {
    bool const in_word = is_letter_or_digit(c.type) || (!between_words && tells_names_apart(c.folded));
    if (in_word) {
      if (between_words && !key.empty()) key += ' ';
      key += c.folded;
      between_words = false;
    } else if (c.type != CharacterType::invisible && c.folded != "'") {
      between_words = true;
    }
  });
  return key.empty() ? fold(title) : key;
}

}  // namespace pressmark
