// Who asks: addresses, networks of them, and the client's address where a proxy forwards the request.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pressmark {

// IPv6, or IPv4 as ::ffff:a.b.c.d (RFC 4291 §2.5.5.2); network order.
using ClientAddress = std::array<std::uint8_t, 16>;

// Nothing for what is no address. A port, and brackets around IPv6, may stand with it.
[[nodiscard]] std::optional<ClientAddress> parse_client_address(std::string_view text);

[[nodiscard]] bool is_loopback(ClientAddress const& address);

// What counts as one client: an IPv4 address, or the network of 64 bits that an IPv6 customer has.
[[nodiscard]] ClientAddress client_prefix(ClientAddress address);

struct Network {
  ClientAddress address{};
  std::size_t bits = 128;  // the number of leading bits that have to agree

  [[nodiscard]] bool contains(ClientAddress const& other) const;
};

// "192.0.2.1", "192.0.2.0/24", "2001:db8::/32"; nothing for anything else.
[[nodiscard]] std::optional<Network> parse_network(std::string_view text);

// The client of a request that came from `peer` (empty for a Unix socket, which is trusted) with
// this X-Forwarded-For: of the addresses, from the nearest on, the first that is not trusted.
// Nothing if a trusted peer names nobody.
[[nodiscard]] std::optional<ClientAddress> find_client(std::string_view peer, std::string_view forwarded_for,
                                                       std::vector<Network> const& trusted);

}  // namespace pressmark
