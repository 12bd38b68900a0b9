// Sets the version and variant bits of a UUID (RFC 9562).
#include "present/feeds/uuid_urn.h"

#include <cstddef>
#include <string_view>

#include "common/strings/hex.h"

namespace pressmark {

std::string uuid_urn(std::string digits) {
  constexpr std::size_t kVersion = 12;
  constexpr std::size_t kVariant = 16;
  digits.at(kVersion) = '8';
  digits.at(kVariant) =
      kHexDigits[8 | (kHexDigits.find(digits.at(kVariant)) & 3U)];  // binary 10.. (RFC 9562 §4.1)
  for (std::size_t const dash : {8, 13, 18, 23}) digits.insert(dash, 1, '-');
  return "urn:uuid:" + digits;
}

}  // namespace pressmark
