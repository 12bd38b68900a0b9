// What the Unicode data does not say: which marks are accents, which scripts do without spaces,
// how readers type letters they have no key for.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

namespace pressmark {

struct CodePointRange {
  char32_t first, last;
};

template <std::size_t size>
bool contains(CodePointRange const (&ranges)[size], char32_t c) {
  auto const range = std::lower_bound(std::begin(ranges), std::end(ranges), c,
                                      [](CodePointRange const& r, char32_t value) { return r.last < value; });
  return range != std::end(ranges) && range->first <= c;
}

// Marks that readers leave out when they type: accents, Hebrew points, Arabic and Syriac vowels.
// Vowel signs of Indic and South-East Asian scripts and the voicing marks of kana are not
// among them: without those it is another word.
inline constexpr CodePointRange kAccents[] = {
    {0x0300, 0x036F}, {0x0483, 0x0487}, {0x0591, 0x05BD}, {0x05BF, 0x05BF}, {0x05C1, 0x05C2},
    {0x05C4, 0x05C5}, {0x05C7, 0x05C7}, {0x0610, 0x061A}, {0x0640, 0x0640}, {0x064B, 0x065F},
    {0x0670, 0x0670}, {0x06D6, 0x06DC}, {0x06DF, 0x06E4}, {0x06E7, 0x06E8}, {0x06EA, 0x06ED},
    {0x0711, 0x0711}, {0x0730, 0x074A}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF},
    {0xFE20, 0xFE2F}};

// Scripts written without spaces between words.
inline constexpr CodePointRange kUnspaced[] = {
    {0x0E00, 0x0EFF},    // Thai, Lao
    {0x0F00, 0x109F},    // Tibetan, Myanmar
    {0x1780, 0x17FF},    // Khmer
    {0x1950, 0x19DF},    // Tai Le, New Tai Lue
    {0x1A20, 0x1AAF},    // Tai Tham
    {0x2E80, 0x2FDF},    // Han radicals
    {0x3005, 0x3007},    // Han iteration mark and zero
    {0x3021, 0x3029},    // Hangzhou numerals
    {0x3038, 0x312F},    // more of them, kana, Bopomofo
    {0x31A0, 0x31FF},    // their extensions
    {0x3400, 0x4DBF},    // Han
    {0x4E00, 0x9FFF},    //
    {0xA9E0, 0xA9FF},    // Myanmar extensions
    {0xAA60, 0xAADF},    //
    {0xF900, 0xFAFF},    // Han compatibility forms without a canonical one
    {0x1B000, 0x1B16F},  // historic kana
    {0x20000, 0x3FFFF},  // Han
};

// Letters that Unicode does not decompose but that people type without the stroke.
struct Respelling {
  char32_t letter;
  std::string_view spelling;
};
inline constexpr Respelling kRespellings[] = {
    {U'æ', "ae"}, {U'ð', "d"}, {U'ø', "o"}, {U'þ', "th"}, {U'đ', "d"},
    {U'ħ', "h"},  {U'ı', "i"}, {U'ł', "l"}, {U'œ', "oe"}, {U'ŧ', "t"},
};

// Vowels and final consonants of a decomposed Hangul syllable.
[[nodiscard]] constexpr bool is_trailing_jamo(char32_t c) {
  return (c >= 0x1160 && c <= 0x11FF) || (c >= 0xD7B0 && c <= 0xD7FF);
}

}  // namespace pressmark
