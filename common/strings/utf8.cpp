// Decoding, checking and cutting UTF-8.
#include "common/strings/utf8.h"

#include <algorithm>

#include "common/strings/ascii.h"

namespace pressmark {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

unsigned byte_at(std::string_view text, std::size_t offset) {
  return static_cast<unsigned char>(text[offset]);
}

// How many bytes a code point with this first byte takes; 0 for a byte that cannot come first.
// C0 and C1 would only begin overlong forms, F5 to FF values beyond U+10FFFF.
std::uint8_t sequence_length(unsigned lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return 2;
  if (lead < 0xF0) return 3;
  return lead < 0xF5 ? 4 : 0;
}

bool is_scalar_value(char32_t value) {
  return value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
}

// The offset of the first invalid byte, or text.size().
std::size_t find_invalid(std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    auto const [value, bytes] = decode_utf8(text, offset);
    if (value == kReplacement && bytes == 1) return offset;
    offset += bytes;
  }
  return offset;
}

// Of the white space at `at`; 0 if there is none.
std::size_t space_bytes(std::string_view text, std::size_t at) {
  if (is_space(text[at])) return 1;
  return text[at] == kNoBreakSpace.front() && text.substr(at).starts_with(kNoBreakSpace)
             ? kNoBreakSpace.size()
             : 0;
}

}  // namespace

CodePoint decode_utf8(std::string_view text, std::size_t offset) {
  constexpr CodePoint kInvalid{kReplacement, 1};
  constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};  // by length; below it a form is overlong

  auto const lead = byte_at(text, offset);
  auto const length = sequence_length(lead);
  if (length == 1) return {static_cast<char32_t>(lead), 1};
  if (length == 0 || text.size() - offset < length) return kInvalid;

  char32_t value = lead & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    auto const next = byte_at(text, offset + i);
    if ((next & 0xC0) != 0x80) return kInvalid;
    value = value << 6 | (next & 0x3F);
  }
  if (value < kSmallest[length] || !is_scalar_value(value)) return kInvalid;
  return {value, length};
}

void append_utf8(std::string& out, char32_t code_point) {
  if (!is_scalar_value(code_point)) code_point = kReplacement;
  auto const trail = [&](int shift) { out += static_cast<char>(0x80 | (code_point >> shift & 0x3F)); };
  if (code_point < 0x80) {
    out += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    out += static_cast<char>(0xC0 | code_point >> 6);
    trail(0);
  } else if (code_point < 0x10000) {
    out += static_cast<char>(0xE0 | code_point >> 12);
    trail(6);
    trail(0);
  } else {
    out += static_cast<char>(0xF0 | code_point >> 18);
    trail(12);
    trail(6);
    trail(0);
  }
}

std::string valid_utf8(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (true) {
    auto const valid = find_invalid(text);
    result += text.substr(0, valid);
    if (valid == text.size()) return result;
    append_utf8(result, kReplacement);
    text.remove_prefix(valid + 1);
  }
}

bool is_valid_utf8(std::string_view text) {
  return find_invalid(text) == text.size();
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::size_t floor_code_point(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return text.size();
  for (std::size_t back = 1; back <= 3 && back <= offset; ++back) {
    if (decode_utf8(text, offset - back).bytes > back) return offset - back;
  }
  return offset;
}

std::string collapse_whitespace(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (auto const space = space_bytes(text, at); space > 0) {
      at += space;
      continue;
    }
    auto end = at + 1;
    while (end < text.size() && space_bytes(text, end) == 0) ++end;
    if (!result.empty()) result += ' ';
    result.append(text, at, end - at);
    at = end;
  }
  return result;
}

}  // namespace pressmark
