// The special-purpose address registries of IANA (RFC 6890), as tables.
#include "indexer/fetch/public_address.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cstddef>
#include <string>

#include "common/strings/ascii.h"

namespace pressmark {
namespace {

using Bytes = std::span<std::uint8_t const>;

constexpr std::size_t kIpv4Bytes = 4;
constexpr std::size_t kIpv6Bytes = 16;

// Addresses that begin with the first `prefix_bits` of `bytes`.
template <std::size_t size>
struct Range {
  std::array<std::uint8_t, size> bytes;
  std::size_t prefix_bits;
  std::string_view name;
};

constexpr std::array<Range<kIpv4Bytes>, 15> kSpecialIpv4 = {{
    {{0}, 8, "unspecified"},                   // RFC 1122 §3.2.1.3
    {{10}, 8, "private"},                      // RFC 1918
    {{100, 64}, 10, "shared (carrier NAT)"},   // RFC 6598
    {{127}, 8, "loopback"},                    // RFC 1122 §3.2.1.3
    {{169, 254}, 16, "link-local"},            // RFC 3927
    {{172, 16}, 12, "private"},                // RFC 1918
    {{192, 0, 0}, 24, "protocol assignment"},  // RFC 6890 §2.1
    {{192, 0, 2}, 24, "documentation"},        // RFC 5737
    {{192, 88, 99}, 24, "6to4 relay"},         // RFC 7526
    {{192, 168}, 16, "private"},               // RFC 1918
    {{198, 18}, 15, "benchmarking"},           // RFC 2544
    {{198, 51, 100}, 24, "documentation"},     // RFC 5737
    {{203, 0, 113}, 24, "documentation"},      // RFC 5737
    {{224}, 4, "multicast"},                   // RFC 5771
    {{240}, 4, "reserved"},                    // RFC 1112 §4; its last is broadcast, RFC 919
}};

constexpr std::array<Range<kIpv6Bytes>, 12> kSpecialIpv6 = {{
    {{}, 128, "unspecified"},                                                  // RFC 4291 §2.5.2
    {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 128, "loopback"},       // RFC 4291 §2.5.3
    {{0x00, 0x64, 0xff, 0x9b, 0x00, 0x01}, 48, "locally translated (NAT64)"},  // RFC 8215
    {{0x01}, 64, "discard-only"},                                              // RFC 6666
    {{0x20, 0x01}, 23, "protocol assignment"},                                 // RFC 2928; Teredo is in it
    {{0x20, 0x01, 0x0d, 0xb8}, 32, "documentation"},                           // RFC 3849
    {{0x3f, 0xff}, 20, "documentation"},                                       // RFC 9637
    {{0x5f}, 16, "segment routing"},                                           // RFC 9602
    {{0xfc}, 7, "private"},                                                    // RFC 4193
    {{0xfe, 0x80}, 10, "link-local"},                                          // RFC 4291 §2.5.6
    {{0xfe, 0xc0}, 10, "site-local"},                                          // RFC 3879
    {{0xff}, 8, "multicast"},                                                  // RFC 4291 §2.7
}};

// RFC 3587 §3: what is public lies in here.
constexpr Range<kIpv6Bytes> kGlobalUnicast = {{0x20}, 3, {}};

// IPv6 ranges whose addresses lead to the IPv4 address in them.
struct Wrapping {
  Range<kIpv6Bytes> range;
  std::size_t ipv4_offset;
};

constexpr std::array<Wrapping, 3> kWrappings = {{
    {{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}, 96, {}}, 12},  // IPv4-mapped, RFC 4291 §2.5.5.2
    {{{0x00, 0x64, 0xff, 0x9b}, 96, {}}, 12},                    // NAT64, RFC 6052 §2.1
    {{{0x20, 0x02}, 16, {}}, 2},                                 // 6to4, RFC 3056 §2
}};

template <std::size_t size>
bool contains(Range<size> const& range, Bytes address) {
  auto const whole_bytes = range.prefix_bits / 8;
  if (!std::equal(address.begin(), address.begin() + whole_bytes, range.bytes.begin())) return false;
  auto const rest_bits = range.prefix_bits % 8;
  return rest_bits == 0 || (address[whole_bytes] ^ range.bytes[whole_bytes]) >> (8 - rest_bits) == 0;
}

template <typename Ranges>
std::string_view name_in(Ranges const& ranges, Bytes address) {
  auto const found =
      std::find_if(ranges.begin(), ranges.end(), [&](auto const& range) { return contains(range, address); });
  return found == ranges.end() ? std::string_view{} : found->name;
}

std::string_view special_ipv6(Bytes address) {
  for (auto const& [range, ipv4_offset] : kWrappings) {
    if (contains(range, address)) return name_in(kSpecialIpv4, address.subspan(ipv4_offset, kIpv4Bytes));
  }
  auto const name = name_in(kSpecialIpv6, address);
  return name.empty() && !contains(kGlobalUnicast, address) ? "reserved" : name;
}

bool is_this_machine(std::string_view host) {
  if (host.ends_with('.')) host.remove_suffix(1);
  auto const name = lower(host);
  return name == "localhost" || name.ends_with(".localhost");
}

}  // namespace

std::string_view special_address(Bytes address) {
  if (address.size() == kIpv4Bytes) return name_in(kSpecialIpv4, address);
  if (address.size() == kIpv6Bytes) return special_ipv6(address);
  return "malformed";
}

std::string_view special_host(std::string_view host) {
  if (is_this_machine(host)) return "loopback";
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  std::string const text(host.substr(0, host.find('%')));  // without a zone (RFC 6874)
  std::array<std::uint8_t, kIpv6Bytes> bytes{};
  if (::inet_pton(AF_INET, text.c_str(), bytes.data()) == 1)
    return special_address({bytes.data(), kIpv4Bytes});
  if (::inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1) return special_address(bytes);
  return {};
}

}  // namespace pressmark
