// Stable identifiers from text: truncated SHA-256.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace pressmark {

// The first 128 bits of the SHA-256 of `parts`, each preceded by its length so that
// ("ab", "c") and ("a", "bc") differ; 32 lower-case hexadecimal digits. The value is stored in
// archives and indexes and never changes between versions.
[[nodiscard]] std::string stable_hash(std::initializer_list<std::string_view> parts);

// The first 64 bits of such a hash: enough to distinguish what one source or one day holds.
[[nodiscard]] std::uint64_t first_bits(std::string_view stable_hash);

}  // namespace pressmark
