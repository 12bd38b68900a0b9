// Which internet addresses are public, so that no source can make us ask the network we run in.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace pressmark {

// What the address is instead of public, for "is a … address": "loopback", "private", …; empty if it
// is public. `address` is the 4 bytes of IPv4 or the 16 of IPv6, in network order. An IPv4 address
// that is wrapped in an IPv6 one is judged itself. Any other number of bytes is "malformed".
[[nodiscard]] std::string_view special_address(std::span<std::uint8_t const> address);

// The same for a host of a URL, if it is an address in its usual spelling (with or without brackets)
// or a name that always means this machine ("localhost", RFC 6761 §6.3); empty for other names.
[[nodiscard]] std::string_view special_host(std::string_view host);

}  // namespace pressmark
