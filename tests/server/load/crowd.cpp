// Opens many connections.
#include "crowd.h"

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <system_error>
#include <utility>

namespace pressmark {
namespace {

void allow_all_descriptors() {
  rlimit limit{};
  ::getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

FileDescriptor connect_to(int port) {
  FileDescriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket.value(), reinterpret_cast<sockaddr const*>(&address), sizeof address) != 0) {
    throw std::system_error(last_error(), "connect");
  }
  return socket;
}

// Whatever has been sent to it is read and forgotten.
bool is_ended(FileDescriptor const& socket) {
  std::array<char, 4'096> unread{};
  auto const bytes = ::recv(socket.value(), unread.data(), unread.size(), MSG_DONTWAIT);
  return bytes == 0 || (bytes < 0 && errno != EAGAIN && errno != EWOULDBLOCK);
}

}  // namespace

Crowd::Crowd(int port, std::size_t count, std::string_view beginning) {
  allow_all_descriptors();
  for (std::size_t i = 0; i < count; ++i) {
    sockets_.push_back(connect_to(port));
    ::send(sockets_.back().value(), beginning.data(), beginning.size(), MSG_NOSIGNAL);
  }
}

void Crowd::send_byte() {
  for (auto const& socket : sockets_) ::send(socket.value(), "a", 1, MSG_NOSIGNAL);
}

std::size_t Crowd::open() {
  std::vector<FileDescriptor> open;
  for (auto& socket : sockets_) {
    if (!is_ended(socket)) open.push_back(std::move(socket));
  }
  std::swap(sockets_, open);
  return sockets_.size();
}

}  // namespace pressmark
