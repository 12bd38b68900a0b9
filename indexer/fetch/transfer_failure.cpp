// Making failures, and judging the addresses of sockets.
#include "indexer/fetch/transfer_failure.h"

#include <arpa/inet.h>
#include <array>
#include <cstdint>
#include <netinet/in.h>
#include <span>

#include "indexer/fetch/public_address.h"

namespace pressmark {
namespace {

template <typename Address>
std::span<std::uint8_t const> bytes_of(Address const& address) {
  return {reinterpret_cast<std::uint8_t const*>(&address), sizeof address};
}

// Nothing for other families than those of the internet.
std::span<std::uint8_t const> address_bytes(sockaddr const& address) {
  if (address.sa_family == AF_INET) return bytes_of(reinterpret_cast<sockaddr_in const&>(address).sin_addr);
  if (address.sa_family == AF_INET6)
    return bytes_of(reinterpret_cast<sockaddr_in6 const&>(address).sin6_addr);
  return {};
}

std::string shown(sockaddr const& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  auto const bytes = address_bytes(address);
  if (bytes.empty()) return "its address";
  return ::inet_ntop(address.sa_family, bytes.data(), text.data(), text.size());
}

}  // namespace

TransferFailure lasting_failure(std::string const& what, std::string const& hint) {
  return {Error(ErrorCode::source_missing, what, hint), false};
}

TransferFailure passing_failure(std::string const& what, std::string const& hint) {
  return {Error(ErrorCode::source_missing, what, hint), true};
}

TransferFailure refused_host(std::string const& host, std::string_view special) {
  return lasting_failure(
      host + " is not fetched from: its address is " + std::string(special) + ", not public",
      "if the source is meant to be in your own network, allow private addresses");
}

std::optional<TransferFailure> refuse_special(sockaddr const& address) {
  auto const special = special_address(address_bytes(address));
  if (special.empty()) return std::nullopt;
  return refused_host(shown(address), special);
}

}  // namespace pressmark
