// Reads and compares addresses.
#include "server/http/client_address.h"

#include <algorithm>
#include <arpa/inet.h>

#include "common/strings/ascii.h"
#include "common/strings/number_text.h"

namespace pressmark {
namespace {

constexpr ClientAddress kMappedIpv4{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
constexpr std::size_t kMappedBytes = 12;

bool is_ipv4(ClientAddress const& address) {
  return std::equal(kMappedIpv4.begin(), kMappedIpv4.begin() + kMappedBytes, address.begin());
}

std::string_view without_port(std::string_view text) {
  if (text.starts_with('[')) {
    auto const end = text.find(']');
    return text.substr(1, end == std::string_view::npos ? end : end - 1);
  }
  auto const colon = text.find(':');
  bool const is_only_colon = colon != std::string_view::npos && colon == text.rfind(':');
  return is_only_colon ? text.substr(0, colon) : text;
}

}  // namespace

std::optional<ClientAddress> parse_client_address(std::string_view text) {
  std::string const plain(without_port(trim(text)));
  auto address = kMappedIpv4;
  if (::inet_pton(AF_INET, plain.c_str(), &address[kMappedBytes]) == 1) return address;
  if (::inet_pton(AF_INET6, plain.c_str(), address.data()) == 1) return address;
  return std::nullopt;
}

bool is_loopback(ClientAddress const& address) {
  if (is_ipv4(address)) return address[kMappedBytes] == 127;
  ClientAddress loopback{};
  loopback.back() = 1;
  return address == loopback;
}

ClientAddress client_prefix(ClientAddress address) {
  if (!is_ipv4(address)) std::fill(address.begin() + address.size() / 2, address.end(), std::uint8_t{0});
  return address;
}

bool Network::contains(ClientAddress const& other) const {
  auto const whole = bits / 8;
  if (!std::equal(address.begin(), address.begin() + static_cast<std::ptrdiff_t>(whole), other.begin())) {
    return false;
  }
  auto const rest = bits % 8;
  if (rest == 0) return true;
  return ((address[whole] ^ other[whole]) >> (8 - rest)) == 0;
}

std::optional<Network> parse_network(std::string_view text) {
  auto const slash = std::min(text.find('/'), text.size());
  auto const address = parse_client_address(text.substr(0, slash));
  if (!address) return std::nullopt;
  Network network{*address};
  if (slash == text.size()) return network;
  std::size_t const most = is_ipv4(*address) ? 32 : 128;
  auto const bits = parse_number<std::size_t>(text.substr(slash + 1));
  if (!bits || *bits > most) return std::nullopt;
  network.bits = *bits + (128 - most);
  return network;
}

std::optional<ClientAddress> find_client(std::string_view peer, std::string_view forwarded_for,
                                         std::vector<Network> const& trusted) {
  auto const is_trusted = [&](ClientAddress const& address) {
    return std::ranges::any_of(trusted, [&](Network const& network) { return network.contains(address); });
  };
  if (!peer.empty()) {
    auto const address = parse_client_address(peer);
    if (address && !is_trusted(*address)) return address;
  }
  auto const hops = split(forwarded_for, ",");
  for (auto hop = hops.rbegin(); hop != hops.rend(); ++hop) {
    auto const address = parse_client_address(*hop);
    if (!address) return std::nullopt;
    if (!is_trusted(*address)) return address;
  }
  return std::nullopt;
}

}  // namespace pressmark
