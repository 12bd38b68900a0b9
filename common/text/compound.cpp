// Which punctuation joins words into a compound, and which ends it.
#include "common/text/compound.h"

#include <algorithm>
#include <array>

#include "common/strings/ascii.h"
#include "common/strings/utf8.h"

namespace pressmark {
namespace {

// Endings that an apostrophe sets off from the word. Those of the first kind are also found when
// typed without it (engines, im, ive); the others would collide with words (shell, were, shed).
constexpr std::array<std::string_view, 3> kSpelledEndings = {"s", "m", "ve"};
constexpr std::array<std::string_view, 3> kDroppedEndings = {"ll", "re", "d"};
constexpr std::size_t kLongestEnding = 2;

template <typename Range, typename Value>
bool contains(Range const& range, Value const& value) {
  return std::find(range.begin(), range.end(), value) != range.end();
}

}  // namespace

std::size_t CompoundReader::read(std::size_t offset, Compound& out) {
  compound_ = &out;
  out.letters.clear();
  piece_ = group_ = 0;
  Joint joint = Joint::none;
  while (offset < text_.size()) {
    auto const character = characters_.read(text_, offset);
    auto const end = offset + character.bytes;
    // A letter with a mark of another script may look like no letter any more; where a compound
    // begins it is one all the same.
    if (is_word(character.type) || out.letters.empty()) {
      add(character, offset, joint);
      joint = Joint::none;
      offset = end;
    } else if (character.type == CharacterType::invisible) {
      offset = end;
    } else if (character.type == CharacterType::symbol) {
      auto const next = link(character.folded, offset, end);
      if (next.end == 0) break;
      if (next.joint >= Joint::hyphen) {
        end_piece(Piece::inner);
        piece_ = group_ = out.letters.size();
      }
      joint = next.joint;
      offset = next.end;
    } else {
      break;
    }
  }
  end_piece(Piece::last);
  offset = read_plus_signs(offset);
  split_parts(out, kind_, arena_);
  return offset;
}

// Whether the symbol at [offset, end) joins the word before it to what follows.
CompoundReader::Link CompoundReader::link(std::string_view symbol, std::size_t offset, std::size_t end) {
  bool const is_dash = symbol.size() > 1;
  char const c = symbol.front();  // looking ahead invalidates `symbol`
  bool const after_digit = compound_->letters.back().type == CharacterType::digit;
  bool const at_digit = type_at(end) == CharacterType::digit;
  if (is_dash) return after_digit && at_digit ? Link{end, Joint::hyphen} : Link{};
  auto const next_is = [&](char wanted) { return end < text_.size() && text_[end] == wanted; };
  auto const join = [&](Joint joint) { return is_word(type_at(end)) ? Link{end, joint} : Link{}; };
  switch (c) {
    case '_':
      while (next_is('_')) ++end;
      return join(Joint::hyphen);
    case '-':
      if (!next_is('>')) return join(Joint::hyphen);
      ++end;
      return join(Joint::path);
    case ':':
      if (next_is(':')) ++end;
      return join(Joint::path);
    case '/':
    case '\\':
    case '@':
      return join(Joint::path);
    case '&':
      return !after_digit && is_letter(type_at(end)) ? Link{end, Joint::path} : Link{};
    case '\'':
      return kind_ == TextKind::prose && takes_apostrophe(end) ? join(Joint::apostrophe) : Link{};
    case '.':
      return after_digit && at_digit ? link_digits(c, offset, end) : join(Joint::dot);
    case '^':  // H^2 is H²
      return at_digit ? Link{end, Joint::none} : Link{};
    case ',':
      return after_digit && at_digit ? link_digits(c, offset, end) : Link{};
    case '+':
    case '#':
      return link_symbol(c, offset, end);
    default:
      return {};
  }
}

// "3.14" keeps its dot, "4,000" loses its comma.
CompoundReader::Link CompoundReader::link_digits(char symbol, std::size_t offset, std::size_t end) {
  if (symbol == '.') {
    add({CharacterType::digit, static_cast<std::uint32_t>(end - offset), "."}, offset, Joint::none);
    return {end, Joint::none};
  }
  if (kind_ == TextKind::code || !groups_thousands(end)) return {};
  group_ = compound_->letters.size();
  return {end, Joint::none};
}

// One to three digits before the comma, exactly three after it, and nothing but such groups so far.
bool CompoundReader::groups_thousands(std::size_t after_comma) const {
  constexpr std::size_t kGroup = 3;
  auto const& letters = compound_->letters;
  if (letters.size() - group_ > kGroup || letters.size() - piece_ > Analyzer::kMaxTermBytes) return false;
  auto const piece = std::string_view(arena_).substr(letters[piece_].text);
  auto const following = text_.substr(after_comma, kGroup + 1);
  auto const digits =
      std::find_if_not(following.begin(), following.end(), [](char c) { return is_digit(c); });
  return std::all_of(piece.begin(), piece.end(), [](char c) { return is_digit(c); }) &&
         digits - following.begin() == kGroup;
}

// After the symbols of "C++" an apostrophe only sets off the "s" of "C++'s".
bool CompoundReader::takes_apostrophe(std::size_t end) {
  if (compound_->letters.back().type != CharacterType::symbol) return true;
  return text_.substr(end).starts_with('s') && !is_word(type_at(end + 1));
}

// The symbols of C++, g++, C#, F# belong to the word, also in C++17, since a single letter says
// nothing without them.
CompoundReader::Link CompoundReader::link_symbol(char symbol, std::size_t offset, std::size_t end) {
  auto const& letters = compound_->letters;
  if (letters.size() - piece_ != 1 || !is_letter(letters[piece_].type)) return {};
  if (symbol == '+' && (end == text_.size() || text_[end] != '+')) return {};
  auto const symbols = symbol == '+' ? std::string_view("++") : std::string_view("#");
  auto const after = offset + symbols.size();
  auto const next = type_at(after);
  if (is_letter(next)) return {};
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    add({CharacterType::symbol, 1, symbols.substr(i, 1)}, offset + i, Joint::none);
  }
  return {after, Joint::none};
}

CharacterType CompoundReader::type_at(std::size_t offset) {
  while (offset < text_.size()) {
    auto const character = characters_.read(text_, offset);
    if (character.type != CharacterType::invisible) return character.type;
    offset += character.bytes;
  }
  return CharacterType::separator;
}

void CompoundReader::add(FoldedCharacter const& character, std::size_t offset, Joint joint) {
  auto& letters = compound_->letters;
  auto const begin = static_cast<std::uint32_t>(offset);
  for (std::size_t i = 0; i < character.folded.size(); joint = Joint::glued) {
    auto const bytes = decode_utf8(character.folded, i).bytes;
    letters.push_back(
        {begin, begin + character.bytes, static_cast<std::uint32_t>(arena_.size()), character.type, joint});
    arena_ += character.folded.substr(i, bytes);
    i += bytes;
  }
}

// Takes the ending after an apostrophe off the piece that ends here; `last` of the compound.
void CompoundReader::end_piece(Piece piece) {
  auto& [letters, text_end, ending_text_end, ending_end] = *compound_;
  text_end = ending_text_end = static_cast<std::uint32_t>(arena_.size());
  ending_end = letters.back().end;

  auto first = letters.size() - 1;
  while (first > piece_ && letters.size() - first < kLongestEnding &&
         letters[first].before != Joint::apostrophe) {
    --first;
  }
  if (first == piece_ || letters[first].before != Joint::apostrophe) return;
  auto const ending = std::string_view(arena_).substr(letters[first].text);
  bool const spelled = contains(kSpelledEndings, ending);
  if (!spelled && !contains(kDroppedEndings, ending)) return;

  text_end = letters[first].text;
  if (!spelled || piece != Piece::last) {
    ending_text_end = text_end;
    ending_end = letters[first - 1].end;
    arena_.resize(text_end);
  }
  letters.erase(letters.begin() + static_cast<std::ptrdiff_t>(first), letters.end());
}

// "Disney+" and "notepad++" are also found with their symbols.
std::size_t CompoundReader::read_plus_signs(std::size_t offset) {
  constexpr std::size_t kMaxSigns = 2;
  auto& [letters, text_end, ending_text_end, ending_end] = *compound_;
  auto const end = std::min(text_.find_first_not_of('+', offset), text_.size());
  if (kind_ == TextKind::code || end <= offset || end - offset > kMaxSigns) return offset;
  bool const is_name = std::all_of(letters.begin() + static_cast<std::ptrdiff_t>(piece_), letters.end(),
                                   [](auto const& letter) { return is_letter(letter.type); });
  if (!is_name || ending_text_end != text_end || is_word(type_at(end))) return offset;
  arena_.append(end - offset, '+');
  ending_text_end = static_cast<std::uint32_t>(arena_.size());
  ending_end = static_cast<std::uint32_t>(end);
  return end;
}

}  // namespace pressmark
