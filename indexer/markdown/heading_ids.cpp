// Making ids from the text of headings.
#include "indexer/markdown/heading_ids.h"

#include "common/strings/ascii.h"
#include "common/strings/utf8.h"

namespace pressmark {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Symbols, punctuation, spaces and pictures; the rest beyond ASCII counts as letters.
constexpr Range kSymbols[] = {{0x80, 0xA9},     {0xAB, 0xB4},     {0xB6, 0xB9},     {0xBB, 0xBF},
                              {0xD7, 0xD7},     {0xF7, 0xF7},     {0x2000, 0x206F}, {0x20A0, 0x20CF},
                              {0x2190, 0x2BFF}, {0x3000, 0x3003}, {0x3008, 0x3020}, {0xFE00, 0xFE0F},
                              {0xFF01, 0xFF0F}, {0xFF1A, 0xFF20}, {0xFFFD, 0xFFFD}, {0x1F000, 0x1FAFF}};

bool is_sign(char32_t c) {
  for (auto const& range : kSymbols) {
    if (c >= range.first && c <= range.last) return true;
  }
  return false;
}

// The lower case of Latin, Greek and Cyrillic letters.
char32_t lower_letter(char32_t c) {
  bool const latin = c >= 0xC0 && c <= 0xDE && c != 0xD7;
  bool const greek = c >= 0x391 && c <= 0x3A9;
  bool const cyrillic = c >= 0x410 && c <= 0x42F;
  if (latin || greek || cyrillic) return c + 0x20;
  if (c >= 0x400 && c <= 0x40F) return c + 0x50;
  bool const even_pairs = (c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177);
  bool const odd_pairs = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
  if ((even_pairs && c % 2 == 0) || (odd_pairs && c % 2 == 1)) return c + 1;
  return c;
}

}  // namespace

std::string HeadingIds::make(std::string_view text) {
  std::string id;
  for (std::size_t at = 0; at < text.size();) {
    auto const [value, bytes] = decode_utf8(text, at);
    at += bytes;
    if (value >= 0x80) {
      if (!is_sign(value)) append_utf8(id, lower_letter(value));
      continue;
    }
    char const c = static_cast<char>(value);
    if (is_letter(c) || is_digit(c) || c == '_' || c == '-') id += lower(c);
    if (is_space(c)) id += '-';
  }
  if (id.empty()) id = "heading";
  auto const [use, is_new] = uses_.try_emplace(id, 0);
  if (is_new) return id;
  std::string numbered;
  do {
    numbered = id + "-" + std::to_string(++use->second);
  } while (uses_.contains(numbered));
  uses_.try_emplace(numbered, 0);
  return numbered;
}

}  // namespace pressmark
