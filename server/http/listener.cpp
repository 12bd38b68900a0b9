#include "server/http/listener.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cstdint>
#include <cstring>
#include <memory>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "common/base/error.h"
#include "common/strings/number_text.h"

namespace pressmark {
namespace {

constexpr int kFirstPassed = 3;  // SD_LISTEN_FDS_START
constexpr std::string_view kUnixPrefix = "unix:";

struct AddressDeleter {
  void operator()(addrinfo* addresses) const { ::freeaddrinfo(addresses); }
};
using Addresses = std::unique_ptr<addrinfo, AddressDeleter>;

Error cannot_listen(std::string const& where, std::error_code cause) {
  std::string hint;
  if (cause == std::errc::address_in_use)
    hint = "another server is there; choose another address with --listen";
  if (cause == std::errc::permission_denied) hint = "choose a port above 1023, or a folder you may write to";
  return {ErrorCode::usage, "cannot listen at " + where + ": " + cause.message(), hint};
}

FileDescriptor open_socket(std::string const& where, int family) {
  FileDescriptor socket(::socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  if (!socket.is_open()) throw cannot_listen(where, last_error());
  return socket;
}

void bind_and_listen(FileDescriptor const& socket, std::string const& where, sockaddr const* address,
                     socklen_t bytes) {
  if (::bind(socket.value(), address, bytes) != 0 || ::listen(socket.value(), SOMAXCONN) != 0) {
    throw cannot_listen(where, last_error());
  }
}

// getaddrinfo(3) takes the lower 16 bits of a number that is larger.
bool is_port(std::string_view text) {
  return parse_number<std::uint16_t>(text).has_value();
}

Addresses resolve(std::string const& where) {
  auto const colon = where.rfind(':');
  auto host = where.substr(0, colon == std::string::npos ? 0 : colon);
  auto const port = colon == std::string::npos ? std::string() : where.substr(colon + 1);
  if (host.size() > 1 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
  if (host == "localhost") host = "127.0.0.1";
  addrinfo wanted{};
  wanted.ai_flags = AI_PASSIVE | AI_NUMERICHOST | AI_NUMERICSERV;
  wanted.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  if (host.empty() || !is_port(port) || ::getaddrinfo(host.c_str(), port.c_str(), &wanted, &found) != 0) {
    throw Error(ErrorCode::usage, "'" + where + "' is no address to listen at",
                "for example: 127.0.0.1:7700, [::1]:7700 or unix:/run/pressmark/socket");
  }
  return Addresses(found);
}

std::string unix_name(sockaddr_storage const& address, socklen_t bytes) {
  sockaddr_un known{};
  std::memcpy(&known, &address, std::min<std::size_t>(bytes, sizeof known));
  std::string const path(&known.sun_path[0], ::strnlen(&known.sun_path[0], sizeof known.sun_path));
  return path.empty() ? "a unix socket without a name" : std::string(kUnixPrefix) + path;
}

// Where a socket is bound, as a URL: the port may have been chosen by the system.
std::string url_of(FileDescriptor const& socket) {
  sockaddr_storage address{};
  socklen_t bytes = sizeof address;
  auto* const any = reinterpret_cast<sockaddr*>(&address);  // NOLINT: what getsockname(2) takes
  if (::getsockname(socket.value(), any, &bytes) != 0) return "a socket";
  if (address.ss_family == AF_UNIX) return unix_name(address, bytes);
  std::string host(NI_MAXHOST, '\0');
  std::string port(NI_MAXSERV, '\0');
  if (::getnameinfo(any, bytes, host.data(), NI_MAXHOST, port.data(), NI_MAXSERV,
                    NI_NUMERICHOST | NI_NUMERICSERV) != 0) {
    return "a socket";
  }
  host.resize(host.find('\0'));
  port.resize(port.find('\0'));
  return "http://" + (address.ss_family == AF_INET6 ? "[" + host + "]" : host) + ":" + port;
}

Listener listen_tcp(std::string const& where) {
  auto const addresses = resolve(where);
  auto socket = open_socket(where, addresses->ai_family);
  int const on = 1;
  ::setsockopt(socket.value(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  bind_and_listen(socket, where, addresses->ai_addr, addresses->ai_addrlen);
  auto name = url_of(socket);
  return {std::move(socket), std::move(name)};
}

bool is_abandoned(std::filesystem::path const& path, sockaddr_un const& address) {
  std::error_code unknown;
  if (!std::filesystem::is_socket(path, unknown)) return false;
  FileDescriptor const probe(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  auto const* const any = reinterpret_cast<sockaddr const*>(&address);  // NOLINT: as connect(2) takes it
  return ::connect(probe.value(), any, sizeof address) != 0 && errno == ECONNREFUSED;
}

sockaddr_un unix_address(std::string const& where) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  auto const text = where.substr(kUnixPrefix.size());
  if (text.empty() || text.size() >= sizeof address.sun_path) {
    throw Error(ErrorCode::usage, "'" + where + "' is no path of a socket",
                "at most " + std::to_string(sizeof address.sun_path - 1) + " bytes");
  }
  std::memcpy(&address.sun_path[0], text.data(), text.size());
  return address;
}

Listener listen_unix(std::string const& where) {
  std::filesystem::path path = where.substr(kUnixPrefix.size());
  auto const address = unix_address(where);
  if (is_abandoned(path, address)) ::unlink(path.c_str());
  auto socket = open_socket(where, AF_UNIX);
  auto const* const any = reinterpret_cast<sockaddr const*>(&address);  // NOLINT: as bind(2) takes it
  bind_and_listen(socket, where, any, sizeof address);
  // The proxy is mostly of the same group.
  ::chmod(path.c_str(), S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP);
  return {std::move(socket), where, std::move(path)};
}

}  // namespace

void check_listen_address(std::string const& where) {
  if (where.starts_with(kUnixPrefix)) {
    unix_address(where);
  } else {
    resolve(where);
  }
}

Listener open_listener(std::string const& where) {
  return where.starts_with(kUnixPrefix) ? listen_unix(where) : listen_tcp(where);
}

Listener passed_listener() {
  FileDescriptor socket(kFirstPassed);
  int listens = 0;
  socklen_t bytes = sizeof listens;
  if (::getsockopt(socket.value(), SOL_SOCKET, SO_ACCEPTCONN, &listens, &bytes) != 0 || listens == 0) {
    throw Error(ErrorCode::usage, "what was passed is no socket that listens",
                "the unit of the socket needs ListenStream= and Accept=no");
  }
  ::fcntl(socket.value(), F_SETFD, FD_CLOEXEC);
  ::fcntl(socket.value(), F_SETFL, O_NONBLOCK);
  auto name = url_of(socket);
  return {std::move(socket), std::move(name)};
}

}  // namespace pressmark
