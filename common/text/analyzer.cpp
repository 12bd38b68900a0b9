// One pass over a text: finds words, compounds and runs of characters without spaces.
#include "common/text/analyzer.h"

#include <algorithm>
#include <vector>

#include "common/strings/ascii.h"
#include "common/strings/utf8.h"
#include "common/text/compound.h"
#include "common/text/compound_terms.h"
#include "common/text/term_writer.h"

namespace pressmark {
namespace {

CharacterType ascii_type(char c) {
  auto const code = static_cast<unsigned char>(c);
  return code < kAsciiTypes.size() ? kAsciiTypes[code] : CharacterType::symbol;  // look closer
}

constexpr std::size_t bytes_of(Prefix prefix) {
  return prefix == Prefix::dashes ? 2 : prefix == Prefix::dot ? 1 : 0;
}

class Scan {
 public:
  Scan(std::string_view text, TextKind kind, TermWriter& writer)
      : text_(text),
        writer_(writer),
        compounds_(text, kind, characters_, writer.arena()),
        terms_(writer, kind) {}

  void run() {
    while (offset_ < text_.size()) {
      auto const type = ascii_type(text_[offset_]);
      if (is_word(type)) {
        if (!read_plain_word()) read_compound(Prefix::none);
      } else if (type == CharacterType::symbol) {
        read_symbol();
      } else {
        after_opener_ = type == CharacterType::opener;
        ++offset_;
      }
    }
  }

 private:
  // Most words: ASCII letters of one case, perhaps after a capital, or digits, which nothing
  // joins to anything. Does nothing if it is not one of these.
  bool read_plain_word() {
    auto const end = plain_end();
    if (goes_on(end)) return false;
    auto& arena = writer_.arena();
    auto const text_begin = writer_.arena_size();
    arena.append(text_, offset_, end - offset_);
    auto const folded = arena.begin() + text_begin;
    *folded = lower(*folded);
    if (arena.size() - text_begin > 1 && is_capital(folded[1])) {
      std::transform(folded, arena.end(), folded, [](char c) { return lower(c); });
    }
    writer_.add({at(offset_), at(end), text_begin, writer_.arena_size()}, TermKind::word, 0, 1);
    writer_.end_token(1);
    offset_ = end;
    after_opener_ = false;
    return true;
  }

  std::size_t plain_end() const {
    auto end = offset_ + 1;
    auto const skip = [&](CharacterType type) {
      while (end < text_.size() && ascii_type(text_[end]) == type) ++end;
    };
    auto const first = ascii_type(text_[offset_]);
    bool const capitals = first == CharacterType::upper && end < text_.size() && is_capital(text_[end]);
    skip(first == CharacterType::digit ? first : capitals ? CharacterType::upper : CharacterType::lower);
    return end;
  }

  // True if what stands at `end` may continue the word before it.
  bool goes_on(std::size_t end) const {
    if (end == text_.size()) return false;
    auto const type = ascii_type(text_[end]);
    if (is_word(type)) return true;
    if (type != CharacterType::symbol) return false;
    if (text_[end] == '+' || text_[end] == '#') return true;
    auto const next = end + 1 < text_.size() ? ascii_type(text_[end + 1]) : CharacterType::separator;
    return static_cast<unsigned char>(text_[end]) >= kAsciiTypes.size() || is_word(next) ||
           next == CharacterType::symbol;
  }

  void read_compound(Prefix prefix) {
    auto const begin = offset_;
    if (prefix == Prefix::dot) writer_.arena() += '.';
    offset_ = compounds_.read(offset_ + bytes_of(prefix), compound_);
    terms_.write(compound_, prefix, begin);
    after_opener_ = false;
  }

  // Whatever is not ASCII, and ASCII punctuation that may open a word.
  void read_symbol() {
    auto const character = characters_.read(text_, offset_);
    if (is_word(character.type)) return read_compound(Prefix::none);
    if (character.type == CharacterType::unspaced) return read_unspaced();
    bool const opens =
        character.type == CharacterType::opener || character.folded == "/" || character.folded == "'";
    auto const prefix = after_opener_ ? prefix_here() : Prefix::none;
    if (prefix != Prefix::none) return read_compound(prefix);
    offset_ += character.bytes;
    after_opener_ = opens || (after_opener_ && character.type == CharacterType::invisible);
  }

  Prefix prefix_here() {
    auto const rest = text_.substr(offset_);
    if (rest.starts_with('.') && is_letter(compounds_.type_at(offset_ + 1))) return Prefix::dot;
    if (rest.starts_with("--") && is_letter(compounds_.type_at(offset_ + 2))) return Prefix::dashes;
    return Prefix::none;
  }

  // Where no spaces separate words, each character is a term by itself, and two neighbours are one more
  // by their joined form.
  void read_unspaced() {
    characters_in_run_.clear();
    while (offset_ < text_.size()) {
      auto const character = characters_.read(text_, offset_);
      if (character.type == CharacterType::unspaced) {
        add_unspaced(character);
      } else if (character.type != CharacterType::invisible) {
        break;
      }
      offset_ += character.bytes;
    }
    auto const& run = characters_in_run_;
    auto const kind = run.size() == 1 ? TermKind::word : TermKind::part;
    for (std::size_t i = 0; i < run.size() && TermWriter::fits(run[0]); ++i) {
      writer_.add(run[i], kind, i, 1);
      if (i + 1 == run.size()) break;
      writer_.add({run[i].begin, run[i + 1].end, run[i].text_begin, run[i + 1].text_end}, TermKind::joined, i,
                  2);
    }
    writer_.end_token(run.size());
    after_opener_ = false;
  }

  // A character may fold to several ("㍿"); marks stay with the one they belong to.
  void add_unspaced(FoldedCharacter const& character) {
    auto& run = characters_in_run_;
    auto& arena = writer_.arena();
    for (std::size_t i = 0; i < character.folded.size();) {
      auto const [value, bytes] = decode_utf8(character.folded, i);
      if (run.empty() || !is_combining_mark(value)) {
        run.push_back({at(offset_), 0, writer_.arena_size(), 0});
      }
      arena += character.folded.substr(i, bytes);
      run.back().end = at(offset_ + character.bytes);
      run.back().text_end = writer_.arena_size();
      i += bytes;
    }
  }

  std::uint32_t at(std::size_t offset) const { return static_cast<std::uint32_t>(offset); }
  static bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

  std::string_view text_;
  TermWriter& writer_;
  CharacterReader characters_;
  CompoundReader compounds_;
  CompoundTerms terms_;
  Compound compound_;
  std::vector<TermWriter::Form> characters_in_run_;
  std::size_t offset_ = 0;
  bool after_opener_ = true;
};

}  // namespace

void Analyzer::analyze(std::string_view text, TextKind kind, Analysis& out) const {
  out.terms_.clear();
  out.arena_.clear();
  TermWriter writer(out.terms_, out.arena_);
  Scan(text, kind, writer).run();
  out.positions_ = writer.position();
}

}  // namespace pressmark
