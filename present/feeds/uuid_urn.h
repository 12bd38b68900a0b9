// Identities of feeds and entries as UUIDs.
#pragma once

#include <string>

namespace pressmark {

// A hash of 32 lower-case hexadecimal digits as "urn:uuid:…", of version 8 (RFC 9562 §5.8): all but six of
// its bits stay.
[[nodiscard]] std::string uuid_urn(std::string digits);

}  // namespace pressmark
