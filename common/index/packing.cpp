// Variable-length integers and strings, written and read back.
#include "common/index/packing.h"

#include <limits>

namespace pressmark {

void append_varint(std::string& out, std::uint64_t value) {
  while (value >= 0x80) {
    out.push_back(static_cast<char>(value | 0x80));
    value >>= 7;
  }
  out.push_back(static_cast<char>(value));
}

void append_signed(std::string& out, std::int64_t value) {
  auto const bits = static_cast<std::uint64_t>(value);
  append_varint(out, (bits << 1) ^ (value < 0 ? ~std::uint64_t{0} : 0));
}

void append_string(std::string& out, std::string_view bytes) {
  append_varint(out, bytes.size());
  out.append(bytes);
}

std::uint64_t PackedReader::varint() {
  std::uint64_t value = 0;
  for (int shift = 0; shift < 64; shift += 7) {
    auto const next = byte();
    auto const bits = static_cast<std::uint64_t>(next & 0x7F);
    if ((bits << shift) >> shift != bits) break;
    value |= bits << shift;
    if (next < 0x80) return value;
  }
  fail();
  return 0;
}

std::uint32_t PackedReader::varint32() {
  auto const value = varint();
  if (value <= std::numeric_limits<std::uint32_t>::max()) return static_cast<std::uint32_t>(value);
  fail();
  return 0;
}

std::int64_t PackedReader::signed_varint() {
  auto const bits = varint();
  return static_cast<std::int64_t>((bits >> 1) ^ (~(bits & 1) + 1));
}

std::uint8_t PackedReader::byte() {
  auto const one = bytes(1);
  return one.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(one.front());
}

std::string_view PackedReader::bytes(std::size_t count) {
  if (count > rest_.size()) {
    fail();
    return {};
  }
  auto const taken = rest_.substr(0, count);
  rest_.remove_prefix(count);
  return taken;
}

std::string_view PackedReader::string() {
  return bytes(varint());
}

std::size_t PackedReader::count() {
  auto const elements = varint();
  if (elements <= rest_.size()) return elements;
  fail();
  return 0;
}

void PackedReader::fail() {
  failed_ = true;
  rest_ = {};
}

}  // namespace pressmark
