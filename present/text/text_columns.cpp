// Estimates the width of text from the blocks its characters belong to.
#include "present/text/text_columns.h"

#include <algorithm>
#include <array>

#include "common/base/utf8.h"

namespace pressmark {

namespace {

struct Block {
  char32_t first;
  char32_t last;
  std::size_t columns;
};

// Sorted; what is not listed takes one column.
constexpr auto kBlocks = std::to_array<Block>({
    {0x0300, 0x036F, 0},    // combining diacritical marks
    {0x0591, 0x05BD, 0},    // Hebrew points
    {0x064B, 0x065F, 0},    // Arabic vowel signs
    {0x1100, 0x115F, 2},    // Hangul Jamo, leading
    {0x1160, 0x11FF, 0},    // Hangul Jamo that join the leading one
    {0x1AB0, 0x1AFF, 0},    // combining marks, extended
    {0x1DC0, 0x1DFF, 0},    // combining marks, supplement
    {0x200B, 0x200F, 0},    // zero-width space, joiners, direction marks
    {0x20D0, 0x20FF, 0},    // combining marks for symbols
    {0x2E80, 0x303E, 2},    // CJK radicals and punctuation
    {0x3041, 0xA4CF, 2},    // kana to Yi, with the CJK ideographs
    {0xAC00, 0xD7A3, 2},    // Hangul syllables
    {0xF900, 0xFAFF, 2},    // CJK compatibility ideographs
    {0xFE00, 0xFE0F, 0},    // variation selectors
    {0xFE20, 0xFE2F, 0},    // combining half marks
    {0xFE30, 0xFE6F, 2},    // CJK compatibility and small forms
    {0xFF00, 0xFF60, 2},    // fullwidth forms
    {0xFFE0, 0xFFE6, 2},    // fullwidth signs
    {0x1F300, 0x1F64F, 2},  // pictographs and emoticons
    {0x1F680, 0x1F6FF, 2},  // transport and maps
    {0x1F900, 0x1F9FF, 2},  // supplemental pictographs
    {0x20000, 0x3FFFD, 2},  // CJK extensions
});
static_assert(std::ranges::is_sorted(kBlocks, {}, &Block::first));

}  // namespace

std::size_t columns_of(char32_t code_point) noexcept {
  auto const* const block = std::ranges::lower_bound(kBlocks, code_point, {}, &Block::last);
  return block != kBlocks.end() && block->first <= code_point ? block->columns : 1;
}

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto const code_point = decode_utf8(text, at);
    columns += columns_of(code_point.value);
    at += code_point.bytes;
  }
  return columns;
}

}  // namespace pressmark
