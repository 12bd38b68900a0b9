// The one place that knows libmd.
#include "common/base/hash.h"

#include <array>
#include <cstdint>
#include <sha2.h>

#include "common/strings/hex.h"
#include "common/strings/number_text.h"

namespace pressmark {
namespace {

constexpr std::size_t kHashBytes = 16;

void update(SHA2_CTX& context, std::string_view bytes) {
  SHA256Update(&context, reinterpret_cast<std::uint8_t const*>(bytes.data()), bytes.size());
}

// Eight bytes, least significant first, so that the hash is the same on every machine.
std::array<char, 8> length_prefix(std::uint64_t length) {
  std::array<char, 8> bytes{};
  for (char& byte : bytes) {
    byte = static_cast<char>(length & 0xFF);
    length >>= 8;
  }
  return bytes;
}

}  // namespace

std::string stable_hash(std::initializer_list<std::string_view> parts) {
  SHA2_CTX context;
  SHA256Init(&context);
  for (auto const part : parts) {
    auto const prefix = length_prefix(part.size());
    update(context, {prefix.data(), prefix.size()});
    update(context, part);
  }
  std::array<std::uint8_t, SHA256_DIGEST_LENGTH> digest{};
  SHA256Final(digest.data(), &context);

  std::string hex;
  hex.reserve(2 * kHashBytes);
  for (std::size_t i = 0; i < kHashBytes; ++i) append_hex(hex, digest[i]);
  return hex;
}

std::uint64_t first_bits(std::string_view stable_hash) {
  constexpr std::size_t kDigits = 16;
  return parse_number<std::uint64_t>(stable_hash.substr(0, kDigits), 16).value_or(0);
}

}  // namespace pressmark
