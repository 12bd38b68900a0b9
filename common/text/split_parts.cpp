// Where the pieces of a compound fall into parts: CamelCase, letters before digits, elisions.
#include <algorithm>
#include <array>

#include "common/text/compound.h"

namespace pressmark {
namespace {

// French and Italian articles, pronouns and conjunctions that lose their vowel: l'eau, dell'arte.
constexpr auto kElided = std::to_array<std::string_view>(
    {"all", "c", "coll", "d",      "dall", "dell",  "j", "jusqu", "l", "lorsqu",
     "m",   "n", "nell", "puisqu", "qu",   "quell", "s", "sull",  "t", "un"});
static_assert(std::is_sorted(kElided.begin(), kElided.end()));

// Written with a hump, but never what a reader of its parts is looking for.
constexpr std::string_view kUndivided = "javascript";

// At least this many letters before a digit make a word of their own: utf8, sha256; but p95, es6, x86.
constexpr std::size_t kWordBeforeNumber = 3;

class Splitter {
 public:
  Splitter(Compound& compound, std::string_view arena)
      : letters_(compound.letters), arena_(arena), text_end_(compound.text_end) {}

  // "U.S.A." is a word, "e.g." too; letters between [first, last), which no looser joint divides.
  void join_acronym(std::size_t first, std::size_t last) {
    auto const is_initial = [&](std::size_t i) {
      return is_letter(letters_[i].type) && (i == first || letters_[i].before == Joint::dot);
    };
    if (last - first < 2) return;
    for (auto i = first; i < last; ++i) {
      if (!is_initial(i)) return;
    }
    for (auto i = first + 1; i < last; ++i) letters_[i].before = Joint::glued;
  }

  void split_piece(std::size_t first, std::size_t last) {
    // What starts with a digit is a quantity: 200ms, 1.5GHz, 3rd.
    if (letters_[first].type == CharacterType::digit || text(first, last) == kUndivided) return;
    split_elision(first, last);
    std::size_t run = 1;  // letters since the last part or digit
    for (auto i = first + 1; i < last; ++i) {
      auto& letter = letters_[i];
      auto const previous = letters_[i - 1].type;
      if (letter.before != Joint::glued && is_number_edge(previous, letter.type, run)) {
        letter.before = Joint::number;
      } else if (letter.before == Joint::none && starts_hump(i, last)) {
        letter.before = Joint::hump;
      }
      run = !is_letter(letter.type) ? 0 : letter.before >= Joint::number ? 1 : run + 1;
    }
  }

 private:
  std::string_view text(std::size_t first, std::size_t last) const {
    auto const end = last < letters_.size() ? letters_[last].text : text_end_;
    return arena_.substr(letters_[first].text, end - letters_[first].text);
  }

  void split_elision(std::size_t first, std::size_t last) {
    for (auto i = first + 1; i < last; ++i) {
      if (letters_[i].before != Joint::apostrophe) continue;
      if (std::binary_search(kElided.begin(), kElided.end(), text(first, i)))
        letters_[i].before = Joint::hump;
      return;
    }
  }

  // `run`: letters before the edge; 0 after a digit or the symbols of c++17.
  static bool is_number_edge(CharacterType previous, CharacterType type, std::size_t run) {
    if (type != CharacterType::digit || previous == CharacterType::digit) return false;
    return run >= kWordBeforeNumber || previous == CharacterType::symbol;
  }

  // True at the capital of toolCall, HTTPServer, Log4Net; false in IDs and 3D.
  bool starts_hump(std::size_t i, std::size_t last) const {
    if (letters_[i].type != CharacterType::upper) return false;
    if (is_lower(i - 1, last)) return true;
    auto const previous = letters_[i - 1].type;
    if (previous == CharacterType::lower || i + 1 == last || !is_lower(i + 1, last)) return false;
    return previous == CharacterType::digit || !ends_in_plural(i + 1, last);
  }

  // Not true for ß and the like, which fold to more than one letter: they stand among capitals, too.
  bool is_lower(std::size_t i, std::size_t last) const {
    return letters_[i].type == CharacterType::lower && letters_[i].before != Joint::glued &&
           (i + 1 == last || letters_[i + 1].before != Joint::glued);
  }

  // The "s" of IDs, and of URLs in URLsToFetch.
  bool ends_in_plural(std::size_t i, std::size_t last) const {
    return arena_[letters_[i].text] == 's' && (i + 1 == last || letters_[i + 1].type != CharacterType::lower);
  }

  std::vector<Compound::Letter>& letters_;
  std::string_view arena_;
  std::uint32_t text_end_;
};

// Calls `function(first, last)` for each run of letters that no joint which `divides` interrupts.
template <typename Divides, typename Function>
void for_each_run(std::vector<Compound::Letter> const& letters, Divides divides, Function function) {
  std::size_t first = 0;
  for (std::size_t i = 1; i <= letters.size(); ++i) {
    if (i < letters.size() && !divides(letters[i].before)) continue;
    function(first, i);
    first = i;
  }
}

}  // namespace

void split_parts(Compound& compound, TextKind kind, std::string_view arena) {
  Splitter splitter(compound, arena);
  if (kind == TextKind::prose) {  // in code, a.b is a member of an object
    for_each_run(
        compound.letters, [](Joint joint) { return joint >= Joint::hyphen && joint != Joint::dot; },
        [&](std::size_t first, std::size_t last) { splitter.join_acronym(first, last); });
  }
  for_each_run(
      compound.letters, [](Joint joint) { return joint >= Joint::hyphen; },
      [&](std::size_t first, std::size_t last) { splitter.split_piece(first, last); });
}

}  // namespace pressmark
