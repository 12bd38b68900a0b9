// Folding of single characters with utf8proc.
#include "common/text/character.h"

#include <algorithm>
#include <iterator>
#include <utf8proc.h>

#include "common/strings/ascii.h"
#include "common/strings/utf8.h"
#include "common/text/fold.h"
#include "common/text/unicode_tables.h"

namespace pressmark {
namespace {

// No letter carries more marks than this (UAX #15, Stream-Safe Text Format); what follows is noise.
constexpr std::size_t kMaxMarks = 30;
constexpr std::size_t kMaxDecomposition = 18;  // U+FDFA has the longest (UAX #15)

constexpr char32_t kReplacement = 0xFFFD;  // may stand for an invalid byte
constexpr char32_t kTatweel = 0x0640;      // stretches Arabic words, means nothing
constexpr char32_t kCyrillicIe = 0x0435;
constexpr char32_t kBreve = 0x0306;
constexpr char32_t kDiaeresis = 0x0308;

utf8proc_property_t const& property(char32_t c) {
  return *utf8proc_get_property(static_cast<utf8proc_int32_t>(c));
}

bool is_mark(utf8proc_propval_t category) {
  return category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
}

// Letters, and marks and numerals that stand among letters.
bool is_letterlike(utf8proc_propval_t category) {
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME) ||
         category == UTF8PROC_CATEGORY_NL;
}

bool is_capital(utf8proc_propval_t category) {
  return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

// White space, opening brackets and quotes.
bool is_opening(utf8proc_propval_t category) {
  return (category >= UTF8PROC_CATEGORY_ZS && category <= UTF8PROC_CATEGORY_ZP) ||
         category == UTF8PROC_CATEGORY_PS || category == UTF8PROC_CATEGORY_PI;
}

// The voicing marks of half-width kana are letters to Unicode.
bool is_kana_voicing(char32_t c) {
  return c == 0xFF9E || c == 0xFF9F;
}

// Scripts and punctuation without marks: nearly all text is decided here, without asking utf8proc.
bool is_free_of_marks(char32_t c) {
  return c < 0x0300 || (c >= 0x0370 && c < 0x0483) || (c >= 0x2000 && c < 0x20D0) ||
         (c >= 0x3100 && c < 0xA66F) || (c >= 0xAC00 && c < 0xD7A4);
}

bool continues_character(char32_t c) {
  return !is_free_of_marks(c) && (is_combining_mark(c) || is_trailing_jamo(c) || is_kana_voicing(c));
}

// True if `mark` changes how `base` is pronounced or stressed, not which letter it is: the
// breve of й and the diaeresis of ї make letters of their own.
bool is_accent_on(char32_t base, char32_t mark) {
  if (!contains(kAccents, mark)) return false;
  bool const cyrillic = base >= 0x0400 && base <= 0x052F;
  return !cyrillic || (mark != kBreve && (mark != kDiaeresis || base == kCyrillicIe));
}

// What punctuation folds to where NFKC would keep or spoil it; 0 for all else.
char32_t punctuation_form(char32_t c) {
  switch (c) {
    case 0x2010:  // hyphen
    case 0x2011:  // non-breaking hyphen
      return '-';
    case 0x00B4:  // acute accent, typed as an apostrophe
    case 0x02BB:  // turned comma: Hawaiʻi
    case 0x02BC:  // modifier letter apostrophe
    case 0x2018:
    case 0x2019:
    case 0x201B:
      return '\'';
    case 0x2120:  // service mark and trade mark would become letters of the word before them
    case 0x2122:
      return c;
    default:
      return 0;
  }
}

void append_folded(std::vector<std::int32_t>& out, char32_t c) {
  auto const respelling = std::find_if(std::begin(kRespellings), std::end(kRespellings),
                                       [&](Respelling const& r) { return r.letter == c; });
  if (respelling != std::end(kRespellings)) {
    out.insert(out.end(), respelling->spelling.begin(), respelling->spelling.end());
  } else if (out.empty() ? !contains(kAccents, c) : !is_accent_on(static_cast<char32_t>(out.back()), c)) {
    out.push_back(static_cast<std::int32_t>(c));
  }
}

// Appends the folded scalars of `c`, decomposed and without accents.
void decompose(std::vector<std::int32_t>& out, char32_t c) {
  if (auto const form = punctuation_form(c); form != 0) {
    out.push_back(static_cast<std::int32_t>(form));
    return;
  }
  constexpr auto kOptions = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                                           UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
  std::array<utf8proc_int32_t, kMaxDecomposition> buffer;
  int boundary_class = 0;
  auto const size = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), buffer.data(), buffer.size(),
                                            kOptions, &boundary_class);
  for (utf8proc_ssize_t i = 0; i < std::min<utf8proc_ssize_t>(size, buffer.size()); ++i) {
    append_folded(out, static_cast<char32_t>(buffer[static_cast<std::size_t>(i)]));
  }
}

// Puts marks into canonical order (UAX #15, D109) and composes.
void compose(std::vector<std::int32_t>& scalars) {
  if (scalars.size() < 2) return;
  auto const combining_class = [](std::int32_t c) { return utf8proc_get_property(c)->combining_class; };
  auto run = scalars.begin();
  while (run != scalars.end()) {
    auto const end = std::find_if(run + 1, scalars.end(), [&](auto c) { return combining_class(c) == 0; });
    auto const marks = combining_class(*run) == 0 ? run + 1 : run;
    if (end - marks > 1)
      std::stable_sort(marks, end, [&](auto a, auto b) { return combining_class(a) < combining_class(b); });
    run = end;
  }
  constexpr auto kOptions = static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE);
  auto const size =
      utf8proc_normalize_utf32(scalars.data(), static_cast<utf8proc_ssize_t>(scalars.size()), kOptions);
  scalars.resize(static_cast<std::size_t>(std::max<utf8proc_ssize_t>(size, 0)));
}

CharacterType type_of_letter(bool capital) {
  return capital ? CharacterType::upper : CharacterType::lower;
}

// `category` is that of `c`; `capital`: the character was one before folding.
CharacterType type_of_single(char32_t c, utf8proc_propval_t category, bool capital) {
  if (is_letterlike(category))
    return contains(kUnspaced, c) ? CharacterType::unspaced : type_of_letter(capital);
  if (category == UTF8PROC_CATEGORY_ND) return CharacterType::digit;
  if (c < 0x80) return kAsciiTypes[c];
  if (c == 0x2012 || c == 0x2013) return CharacterType::symbol;  // dashes: they join numbers
  return is_opening(category) ? CharacterType::opener : CharacterType::separator;
}

CharacterType type_of(std::vector<std::int32_t> const& scalars, bool capital) {
  if (scalars.empty()) return CharacterType::invisible;
  std::size_t letters = 0;
  std::size_t digits = 0;
  std::size_t unspaced = 0;
  std::size_t marks = 0;
  for (auto const& scalar : scalars) {
    auto const c = static_cast<char32_t>(scalar);
    auto const category = property(c).category;
    if (scalars.size() == 1) return type_of_single(c, category, capital);
    if (is_mark(category) && &scalar != scalars.data()) {
      ++marks;  // of the type of its base
    } else if (category == UTF8PROC_CATEGORY_ND) {
      ++digits;
    } else if (is_letterlike(category)) {
      ++(contains(kUnspaced, c) ? unspaced : letters);
    }
  }
  auto const bases = scalars.size() - marks;
  if (unspaced == bases) return CharacterType::unspaced;
  if (digits == bases) return CharacterType::digit;
  return letters + digits == bases ? type_of_letter(capital) : CharacterType::separator;
}

constexpr CharacterType ascii_type(char c) {
  if (c >= 'a' && c <= 'z') return CharacterType::lower;
  if (c >= 'A' && c <= 'Z') return CharacterType::upper;
  if (c >= '0' && c <= '9') return CharacterType::digit;
  if (std::string_view("'+#-_./\\:@&^,>").find(c) != std::string_view::npos) return CharacterType::symbol;
  bool const opener = std::string_view(" \t\n\v\f\r\"([{<`*|").find(c) != std::string_view::npos;
  return opener ? CharacterType::opener : CharacterType::separator;
}

template <typename Function>
constexpr auto ascii_table(Function function) {
  std::array<decltype(function('\0')), 128> table{};
  for (std::size_t c = 0; c < table.size(); ++c) table[c] = function(static_cast<char>(c));
  return table;
}

constexpr auto kLowerAscii = ascii_table([](char c) { return lower(c); });

// The common case outside Latin: a letter without case or accents, or punctuation. Saves the
// way through decomposition. `known`: its properties.
bool folds_to_itself(char32_t c, utf8proc_property_t const& known) {
  return c >= 0x0370 && c != kReplacement && c != kTatweel && known.decomp_seqindex == UINT16_MAX &&
         known.casefold_seqindex == UINT16_MAX && known.ignorable == 0 && !is_mark(known.category) &&
         punctuation_form(c) == 0;
}

}  // namespace

constinit std::array<CharacterType, 128> const kAsciiTypes = ascii_table(ascii_type);

bool is_combining_mark(char32_t code_point) {
  return is_mark(property(code_point).category);
}

FoldedCharacter CharacterReader::read(std::string_view text, std::size_t offset) {
  constexpr unsigned char kFirstMarkByte = 0xCC;  // of U+0300
  auto const c = static_cast<unsigned char>(text[offset]);
  if (c >= 0x80) return read_cluster(text, offset);
  auto const type = kAsciiTypes[c];
  bool const may_carry_marks = is_word(type) && offset + 1 < text.size() &&
                               static_cast<unsigned char>(text[offset + 1]) >= kFirstMarkByte;
  if (may_carry_marks) return read_cluster(text, offset);
  return {type, 1, std::string_view(kLowerAscii.data() + c, 1)};
}

FoldedCharacter CharacterReader::read_cluster(std::string_view text, std::size_t offset) {
  auto const [base, base_bytes] = decode_utf8(text, offset);
  auto end = offset + base_bytes;
  scalars_.clear();
  auto const continuation = [&] {
    auto const next = end < text.size() ? decode_utf8(text, end) : CodePoint{0, 0};
    return continues_character(next.value) ? next : CodePoint{0, 0};
  };
  auto next = continuation();
  auto const& known = property(base);
  if (next.bytes == 0 && folds_to_itself(base, known)) {
    static constexpr bool kCapital = false;  // a capital does not fold to itself
    return {type_of_single(base, known.category, kCapital), base_bytes, text.substr(offset, base_bytes)};
  }

  decompose(scalars_, base);
  for (; next.bytes != 0; next = continuation()) {
    if (scalars_.size() <= kMaxMarks) decompose(scalars_, next.value);
    end += next.bytes;
  }
  compose(scalars_);
  folded_.clear();
  for (auto const scalar : scalars_) append_utf8(folded_, static_cast<char32_t>(scalar));
  return {type_of(scalars_, is_capital(known.category)), static_cast<std::uint32_t>(end - offset), folded_};
}

std::string folding_library() {
  return std::string("utf8proc ") + utf8proc_version();
}

}  // namespace pressmark
